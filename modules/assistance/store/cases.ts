/**
 * Loads a request and writes to it: entries and summary in one transaction, on the revision that was seen.
 */
import { type Actor, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { type Alongside, type Entry, type Summary, writeStoredCase } from '@mashang/store'
import type { HelpEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Help, helpOf } from '../rules/help.ts'
import { helpIsTakenWithinThePromise, standingOf } from '../rules/helping.ts'

const STREAM = 'help'

/** A request as it stands, with its journal. */
export interface Case {
  readonly id: string
  readonly help: Help
  readonly entries: readonly Entry[]
}

export type HelpEntry = {
  [K in keyof HelpEntries]: { readonly kind: K; readonly content: HelpEntries[K] }
}[keyof HelpEntries]

export async function findCase({ journal }: Pick<Inside, 'journal'>, id: string): Promise<Case | undefined> {
  const entries = await journal.read(STREAM, id)
  const help = helpOf(entries)
  return help && { id, help, entries }
}

/** A request that this reader may see; another's is told apart from none by nobody. */
export async function getCaseFor(inside: Inside, id: string, who: Who): Promise<Case | Refusal> {
  const found = await findCase(inside, id)
  return found && standingOf(who, found.help) ? found : refuse('help-not-found')
}

interface Write {
  readonly id: string
  readonly before: Case | undefined
  readonly entries: readonly HelpEntry[]
  readonly actor: Actor
  readonly once: { readonly key: string; readonly bodyDigest: string }
}

/** Appends to a request; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeCase(inside: Inside, write: Write): Promise<Case | Refusal> {
  const kind = {
    stream: STREAM,
    fold: helpOf,
    summaries: (id: string, help: Help) => saveHelp(inside, id, help),
  }
  const written = await writeStoredCase(inside, kind, write)
  if (isRefusal(written)) return written
  const { state: help, ...rest } = written
  return { ...rest, help }
}

function saveHelp(inside: Inside, id: string, help: Help): readonly Alongside[] {
  const { reckoned, overdue } = helpIsTakenWithinThePromise(help, { ...inside, now: inside.clock.now() })
  const { mandate } = help
  const holds = mandate?.signedAt !== undefined && mandate.revokedAt === undefined
  const row = {
    revision: help.revision,
    number: help.number,
    item_code: help.item.code,
    person_id: help.principal.personId,
    application_id: help.application?.id ?? null,
    status: help.status,
    assistant_id: help.assistant?.id ?? null,
    requested_at: help.requestedAt,
    taken_at: help.takenAt ?? null,
    due: reckoned.due,
    late: help.takenAt !== undefined && overdue,
    mandate_from: holds ? mandate.from : null,
    mandate_to: holds ? mandate.to : null,
  }
  return [
    inside.db
      .insertInto('help')
      .values({ id, ...row })
      .onConflict((on) => on.column('id').doUpdateSet(row)),
  ]
}

/** The summary table of the module, made again from the journal alone. */
export function assistanceSummaries(inside: Inside): readonly Summary[] {
  return [
    {
      name: 'assistance.help',
      streams: [STREAM],
      clear: () => [inside.db.deleteFrom('help')],
      project: (id, entries) => {
        const help = helpOf(entries)
        return help ? saveHelp(inside, id, help) : []
      },
    },
  ]
}
