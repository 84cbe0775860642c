import { randomInt } from 'node:crypto'
import { actorOf, isRefusal, legalDayOf, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { Circumstance, HelpEntries, HelpKind, Principal } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { helpSaysWhatIsNeeded } from '../rules/helping.ts'
import { type Case, findCase, writeCase } from '../store/cases.ts'

interface Requesting {
  readonly who: Who
  /** The person who is to be helped. */
  readonly person: string
  readonly by: HelpEntries['requested']['by']
  readonly input: {
    readonly kind: HelpKind
    readonly item: string
    readonly application?: string
    readonly enterprise?: string
    readonly circumstance: Circumstance
    readonly text: string
  }
  readonly key: string
  readonly language: 'zh' | 'en'
}

/** 申请帮办代办: by the principal, or by a clerk for someone who stands at the window. */
export async function requestHelp(inside: Inside, requesting: Requesting): Promise<Case | Refusal> {
  const { who, person: personId, by, input, key } = requesting
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ personId, ...input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered)
    return (await findCase(inside, (answered.answer as { id: string }).id)) ?? refuse('help-not-found')
  const item = await inside.findItem(input.item)
  if (!item) return refuse('item-not-found', { facts: { code: input.item } })
  const person = await inside.findPerson(personId)
  if (!person) return refuse('person-not-found')
  const enterprise = person.enterprises.find(({ uscc }) => uscc === input.enterprise)
  if (input.enterprise && !enterprise)
    return refuse('not-an-agent-of-enterprise', { facts: { uscc: input.enterprise } })
  const application = await applicationOf(inside, requesting)
  if (isRefusal(application)) return application
  const text = helpSaysWhatIsNeeded(input.text)
  if (isRefusal(text)) return text
  const principal: Principal = {
    ...{ personId, name: person.name, phone: person.phone },
    ...(enterprise ? { enterprise: { uscc: enterprise.uscc, name: enterprise.name } } : {}),
  }
  const requested: HelpEntries['requested'] = {
    ...{ number: numberOf(inside), kind: input.kind, principal, by, circumstance: input.circumstance, text },
    item: { code: item.code, version: item.version },
    ...(application ? { application } : {}),
  }
  return writeCase(inside, {
    ...{ id: uuidv7(), before: undefined, actor, once: { key, bodyDigest } },
    entries: [{ kind: 'requested', content: requested }],
  })
}

/** The own case it is about; another's is told apart from none by nobody. */
async function applicationOf(inside: Inside, { who, input, key, language }: Requesting) {
  if (!input.application) return undefined
  const found = await inside.getApplication({
    ...{ who, key, language, query: undefined, input: undefined },
    params: { id: input.application },
  })
  if (isRefusal(found)) return found
  return found.item.code === input.item ? { id: found.id, number: found.number } : refuse('case-not-found')
}

/** BB, day, six digits drawn at random; the database lets nobody have one twice. */
function numberOf({ clock }: Inside): string {
  const day = legalDayOf(clock.now()).replaceAll('-', '')
  return `BB${day}${String(randomInt(1_000_000)).padStart(6, '0')}`
}
