import type { CatalogueRow } from '@mashang/approvals/contract'
import { isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { Modules } from '@mashang/server'
import { readSettings, type SettingOptions } from '../config.ts'
import { withStore } from '../database.ts'
import { withModules } from '../modules.ts'
import { both, COMMAND_LINE, EXIT, type Outcome } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

type Options = Pick<SettingOptions, 'data' | 'city'>
type Office = Modules['approvals']['handlers']

/** The command line speaks to the catalogue as an editor at the desk does. */
function asked() {
  const who = { kind: 'system', id: COMMAND_LINE.id } as const
  return { who, key: uuidv7(), language: 'zh', input: undefined, query: undefined } as const
}

export async function checkItems(
  code: string | undefined,
  options: Options,
  terminal: Terminal,
): Promise<Outcome> {
  return inOffice(options, (office) =>
    code === undefined ? checkDrafts(office, terminal) : checkOne(office, code, terminal),
  )
}

export async function publishItem(code: string, options: Options, terminal: Terminal): Promise<Outcome> {
  return inOffice(options, async (office) => {
    const version = await findVersion(office, code)
    if (isRefusal(version)) return version
    const row = await office.publishItem({ ...asked(), params: version, input: {} })
    if (isRefusal(row)) return row
    const name = row.name[terminal.language] ?? row.name.zh
    const said = both(
      `已公布 ${row.code} 第 ${row.version} 版“${name}”。`,
      `Published version ${row.version} of ${row.code}, ${name}.`,
    )
    return { facts: { item: row }, lines: [terminal.text(said)] }
  })
}

async function inOffice(options: Options, work: (office: Office) => Promise<Outcome>): Promise<Outcome> {
  const settings = readSettings({ data: options.data, city: options.city })
  return withStore(settings, { database: 'made' }, (store) =>
    withModules(settings, store, ({ approvals }) => work(approvals.handlers)),
  )
}

/** `CODE@VERSION`, or the newest version of a code. */
async function findVersion(
  office: Office,
  given: string,
): Promise<{ readonly code: string; readonly version: number } | Refusal> {
  const [code = '', version] = given.split('@')
  if (version !== undefined && /^[1-9]\d{0,8}$/.test(version)) return { code, version: Number(version) }
  const found = await office.listCatalogue({ ...asked(), params: undefined, query: { text: code } })
  if (isRefusal(found)) return found
  const versions = found.rows.filter((row) => row.code === code).map((row) => row.version)
  if (version !== undefined || versions.length === 0)
    return refuse('item-not-found', { facts: { code: given } })
  return { code, version: Math.max(...versions) }
}

async function checkOne(office: Office, given: string, { text, language }: Terminal): Promise<Outcome> {
  const version = await findVersion(office, given)
  if (isRefusal(version)) return version
  const checked = await office.checkItem({ ...asked(), params: version })
  if (isRefusal(checked)) return checked
  const { findings } = checked
  const head = both(
    `${version.code} 第 ${version.version} 版：${findings.length} 处需要修改`,
    `Version ${version.version} of ${version.code}: ${findings.length} things to mend`,
  )
  return {
    facts: { ...version, findings },
    lines: [
      text(head),
      ...findings.map(({ rule, path, words }) => `  ✗ ${path}  ${rule}: ${words[language] ?? words.zh}`),
    ],
    exit: findings.length === 0 ? EXIT.done : EXIT.refused,
  }
}

async function checkDrafts(office: Office, { text, language, progress }: Terminal): Promise<Outcome> {
  const drafts: CatalogueRow[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await office.listCatalogue({
      ...asked(),
      params: undefined,
      query: { status: 'draft', page },
    })
    if (isRefusal(found)) return found
    drafts.push(...found.rows)
    pages = found.pages
    progress.tell(text(both('检查草稿', 'checking drafts')), drafts.length, found.total)
  }
  const broken = drafts.filter(({ findings }) => findings > 0)
  const head = both(
    `${drafts.length} 份草稿，其中 ${drafts.length - broken.length} 份可以公布`,
    `${drafts.length} drafts, of which ${drafts.length - broken.length} may be published`,
  )
  return {
    facts: { drafts },
    lines: [
      ...drafts.map(
        ({ code, version, name, findings }) =>
          `${findings > 0 ? '✗' : '✓'} ${code}@${version}  ${name[language] ?? name.zh}  ${findings}`,
      ),
      text(head),
    ],
    exit: broken.length === 0 ? EXIT.done : EXIT.refused,
  }
}
