import { randomInt } from 'node:crypto'
import { actorOf, isRefusal, legalDayOf, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { ProjectView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/project-view.ts'
import {
  factsFitTheForm,
  newProjectCode,
  ownerIsRepresented,
  projectCodeMustPassItsCheck,
} from '../rules/registration.ts'
import { findCase, type ProjectEntry, writeCase } from '../store/cases.ts'

interface Registration {
  readonly who: Who
  readonly input: {
    readonly owner: string
    readonly facts: Readonly<Record<string, unknown>>
    readonly code?: string
  }
  readonly key: string
  readonly language: 'zh' | 'en'
}

/** 登记并赋码: the facts are checked, a code is made or the one there is checked, and both are journaled at once. */
export async function registerProject(
  inside: Inside,
  { who, input, key, language }: Registration,
): Promise<ProjectView | Refusal> {
  const bodyDigest = bodyDigestOf(input)
  const answered = await inside.journal.findAnswer(actorOf(who).id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) {
    const repeated = await findCase(inside, (answered.answer as { id: string }).id)
    return repeated ? viewOf(inside, repeated, who, language) : refuse('project-not-found')
  }
  const person = who.kind === 'citizen' ? await inside.findPerson(who.id) : undefined
  if (!person) return refuse('not-allowed')
  const owner = ownerIsRepresented(person.enterprises, input.owner)
  if (isRefusal(owner)) return owner
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const facts = factsFitTheForm(inside.stages, input.facts, context)
  if (isRefusal(facts)) return facts
  const { id: personId, name: agent, phone } = person
  const registered: ProjectEntry = {
    kind: 'registered',
    content: { owner: { personId, agent, phone, name: owner.name, uscc: owner.uscc }, facts },
  }
  const write = async () => {
    const code = await codeFor(inside, input.code, String(facts.kind))
    if (isRefusal(code)) return code
    const entries: readonly ProjectEntry[] = [registered, { kind: 'code-given', content: code }]
    const once = { key, bodyDigest }
    return writeCase(inside, { id: uuidv7(), before: undefined, entries, actor: actorOf(who), once })
  }
  // Two that draw or bring the same code at once: the database lets one of them have it, the other looks again.
  const written = await write().catch((error) => {
    if (!isTakenMeanwhile(error)) throw error
    return write()
  })
  return isRefusal(written) ? written : viewOf(inside, written, who, language)
}

const UNIQUE_VIOLATION = '23505'

function isTakenMeanwhile(error: unknown): boolean {
  return (error as { code?: unknown }).code === UNIQUE_VIOLATION
}

const TRIES = 20

/** The code that the project has, if it is good and no other project has it; else a new one that nobody has. */
async function codeFor(
  inside: Inside,
  given: string | undefined,
  kind: string,
): Promise<{ code: string; minted: boolean } | Refusal> {
  if (given?.trim()) {
    const code = projectCodeMustPassItsCheck(given)
    if (isRefusal(code)) return code
    if (!(await isTaken(inside, code))) return { code, minted: false }
    const fields = [{ path: 'code', code: 'project-code-taken', facts: { code } }]
    return refuse('project-code-taken', { facts: { code }, fields })
  }
  const { department, types } = inside.stages.code
  const { region } = inside
  const today = legalDayOf(inside.clock.now())
  for (let tried = 0; tried < TRIES; tried++) {
    const random = randomInt(100_000)
    const code = newProjectCode({ today, region, department, type: types[kind] ?? '03', random })
    if (!(await isTaken(inside, code))) return { code, minted: true }
  }
  throw new Error(`no free project code was found in ${TRIES} tries`)
}

async function isTaken({ db }: Inside, code: string): Promise<boolean> {
  const found = await db.selectFrom('project').select('id').where('code', '=', code).executeTakeFirst()
  return found !== undefined
}
