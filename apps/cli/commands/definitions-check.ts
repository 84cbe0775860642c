import { resolve } from 'node:path'
import { isRefusal, problemOf, type Words } from '@mashang/kit'
import type { Command } from 'commander'
import { readCalendar } from '../calendar.ts'
import { cityFolderOf } from '../config.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'

/** One place of a profile that has to be mended. */
interface Place {
  /** `file:line path`, or `file path`. */
  readonly path: string
  /** Name of the rule, or code of the refusal. */
  readonly rule: string
  readonly words: Words
}

/** `mashang definitions check`: the whole profile, every rule of publication, every example replayed. */
export function addDefinitions(program: Command, tools: Tools): void {
  const { argument, terminal } = tools
  const definitions = tools.command(
    program,
    'definitions',
    both('管理城市定义', 'work on a city profile'),
    [],
  )
  tools
    .command(
      definitions,
      'check',
      both(
        '检查城市定义：格式、公布前的各项规则，并演算事项自带的示例',
        'check a city profile: its form, every rule of publication, and the examples of its items replayed',
      ),
      ['mashang definitions check definitions/dalian', 'mashang definitions check --json'],
    )
    .addArgument(argument('[FOLDER]', both('城市定义的文件夹', 'folder of the profile')))
    .action(
      tools.act(async (given: string | undefined): Promise<Outcome> => {
        const folder = given === undefined ? cityFolderOf() : resolve(given)
        const { places, items } = await check(folder)
        const counted = both(
          `${folder}：${items} 个事项（含示例演算），${places.length} 处需要修改`,
          `${folder}: ${items} items with their examples, ${places.length} things to mend`,
        )
        return {
          facts: { folder, items, findings: places },
          lines: [
            ...places.map((one) => `✗ ${one.path}  ${one.rule}: ${terminal.text(one.words)}`),
            terminal.text(counted),
          ],
          exit: places.length === 0 ? EXIT.done : EXIT.refused,
        }
      }),
    )
}

interface Checked {
  readonly places: readonly Place[]
  readonly items: number
}

async function check(folder: string): Promise<Checked> {
  const { checkDefinitions } = await import('@mashang/approvals')
  const checked = await checkDefinitions(folder, new Date())
  if (isRefusal(checked)) return { places: placesOf(problemOf(checked), folder), items: 0 }
  const calendar = await readCalendar(folder)
  const [stages, ratings, bundles] = await Promise.all([
    checkStagesOf(folder),
    checkRatingsOf(folder),
    checkBundlesOf(folder),
  ])
  const findings = checked.findings.map(
    ({ file, path, rule, words }): Place => ({ path: `${file} ${path}`.trimEnd(), rule, words }),
  )
  const ofCalendar = isRefusal(calendar) ? placesOf(problemOf(calendar), 'calendars') : []
  return { places: [...ofCalendar, ...findings, ...stages, ...ratings, ...bundles], items: checked.items }
}

/** The stages of construction approval, against the organs, laws and items of the same profile. */
async function checkStagesOf(folder: string): Promise<readonly Place[]> {
  const [{ loadProfile }, { checkStages }] = await Promise.all([
    import('@mashang/approvals'),
    import('@mashang/projects'),
  ])
  const profile = await loadProfile(folder)
  if (isRefusal(profile)) return []
  const findings = checkStages(profile.projectStages, {
    organs: new Set(profile.organs.map(({ id }) => id)),
    items: new Set(profile.items.map(({ item }) => item.code)),
    laws: new Set(profile.laws.map(({ name }) => name)),
  })
  return findings.map(({ path, rule, words }) => ({ path: `project-stages.yaml ${path}`, rule, words }))
}

/** The levels, reasons and articles of the rating of services, against the laws of the same profile. */
async function checkRatingsOf(folder: string): Promise<readonly Place[]> {
  const [{ loadProfile }, { checkRatings }] = await Promise.all([
    import('@mashang/approvals'),
    import('@mashang/hall'),
  ])
  const profile = await loadProfile(folder)
  if (isRefusal(profile)) return []
  const findings = checkRatings(profile.ratings, new Set(profile.laws.map(({ name }) => name)))
  return findings.map(({ path, rule, words }) => ({ path: `ratings.yaml ${path}`, rule, words }))
}

/** Bundles, against the organs and items of the same profile. */
async function checkBundlesOf(folder: string): Promise<readonly Place[]> {
  const [{ loadProfile, regionNames }, { checkBundle }] = await Promise.all([
    import('@mashang/approvals'),
    import('@mashang/bundles'),
  ])
  const profile = await loadProfile(folder)
  if (isRefusal(profile)) return []
  const around = {
    organs: new Set(profile.organs.map(({ id }) => id)),
    items: new Map(profile.items.map(({ item }) => [item.code, item])),
    context: { now: new Date(), regionNames: (code: string) => regionNames(profile, code) },
  }
  return profile.bundles.flatMap(({ file, bundle }) =>
    checkBundle(bundle, around).map(({ path, rule, words }) => ({ path: `${file} ${path}`, rule, words })),
  )
}

/** Each place of a refusal, or the refusal itself where it names none. */
function placesOf({ code, words, fields }: ReturnType<typeof problemOf>, where: string): readonly Place[] {
  if (fields.length === 0) return [{ path: where, rule: code, words }]
  return fields.map((field) => ({ path: field.path, rule: field.code, words: field.words }))
}
