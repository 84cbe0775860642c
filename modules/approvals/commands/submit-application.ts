import { firstStep, type ServiceItem } from '@mashang/flow'
import {
  actorOf,
  checkCode,
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import type {
  Applicant,
  ApplicationEntries,
  applicationEndpoints,
  GivenMaterial,
  Submission,
} from '../contract/index.ts'
import type { Inside, Person } from '../inside.ts'
import { applicationOf } from '../rules/application.ts'
import {
  canBeAppliedForOnline,
  everyRequiredMaterialIsGiven,
  formFitsItsDefinition,
  itemServesThisApplicant,
  onlyPublishedItemsCanBeAppliedFor,
} from '../rules/submission.ts'
import { bodyDigestOf, reckoningOf } from '../store/cases.ts'
import { findHeld } from '../store/held.ts'
import { insertSummary, summaryOf } from '../store/project.ts'
import { findGiven } from '../store/uploads.ts'

type SubmitApplication = Handlers<typeof applicationEndpoints>['submitApplication']
type Input = Parameters<SubmitApplication>[0]['input']

/** 提交 — one request: checked against the definition in force, journaled with its summary row, answered with a number. */
export function submitApplication(inside: Inside): SubmitApplication {
  return ({ who, input, key }) => submit(inside, who, input, { key, bodyDigest: bodyDigestOf(input) })
}

/** The same for a draft, which vanishes in the transaction of its submission. */
export async function submit(
  inside: Inside,
  who: Who,
  input: Input,
  once: { readonly key: string; readonly bodyDigest: string },
  alongside: readonly Alongside[] = [],
): Promise<Submission | Refusal> {
  const now = inside.clock.now()
  const item = await findApplicable(inside, input.item, who, legalDayOf(now))
  if (isRefusal(item)) return item
  const applicant = await applicantFor(inside, who, input.applicant)
  if (isRefusal(applicant)) return applicant
  const unserved = itemServesThisApplicant(item, applicant.kind)
  if (unserved) return unserved
  const form = formFitsItsDefinition(item, input.form, { now, regionNames: inside.city.regions.names })
  if (isRefusal(form)) return form
  const actor = actorOf(who)
  const given = await findGiven(inside, actor.id, input.materials)
  if (isRefusal(given)) return given
  const materials = [...given, ...(await heldBeside(inside, item, applicant, given))]
  const missing = everyRequiredMaterialIsGiven(item, form, materials)
  if (missing) return missing
  const content: ApplicationEntries['submitted'] = {
    number: await inside.nextNumber(),
    item: { code: item.code, version: item.version },
    channel: who.kind === 'machine' ? 'machine' : 'online',
    applicant,
    form,
    materials,
    delivery: input.delivery ?? item.delivery[0] ?? 'electronic',
  }
  return append(inside, { item, content, actor, at: now.toISOString(), once, alongside })
}

interface Appending {
  readonly item: ServiceItem
  readonly content: ApplicationEntries['submitted']
  readonly actor: ReturnType<typeof actorOf>
  readonly at: string
  readonly once: { readonly key: string; readonly bodyDigest: string }
  readonly alongside: readonly Alongside[]
}

async function append(
  inside: Inside,
  { item, content, actor, at, once, alongside }: Appending,
): Promise<Submission | Refusal> {
  const id = uuidv7()
  const entry = { kind: 'submitted' as const, content }
  const application = applicationOf(
    [{ ...entry, revision: 1, at, actor }],
    (form) => firstStep(item, form).id,
  )
  if (!application) throw new Error('an application that was submitted exists')
  const answer: Submission = { id, number: content.number, submittedAt: at, revision: 1 }
  const appended = await inside.journal.append({
    stream: 'application',
    caseId: id,
    expected: 0,
    at,
    actor,
    entries: [entry],
    alongside: [
      insertSummary(inside.db, summaryOf(id, application, item, reckoningOf(inside))),
      ...alongside,
    ],
    once: { ...once, answer },
  })
  if (isRefusal(appended)) return appended
  return appended.outcome === 'repeated' ? (appended.answer as Submission) : answer
}

/** The item in force that may be applied for on this channel. */
export async function findApplicable(
  inside: Inside,
  code: string,
  who: Who,
  today: string,
): Promise<ServiceItem | Refusal> {
  const standing = await inside.catalogue.findStanding(code)
  if (!standing)
    return refuse('item-not-found', { rule: 'onlyPublishedItemsCanBeAppliedFor', facts: { code } })
  const closed = onlyPublishedItemsCanBeAppliedFor(standing, today)
  if (closed) return closed
  if (who.kind === 'citizen' && !canBeAppliedForOnline(standing.item)) {
    const windows = standing.item.windows.map((id) => inside.city.windows.get(id)?.number ?? id)
    return refuse('item-not-online', { facts: { windows: windows.join('、') } })
  }
  return standing.item
}

/** What the city holds of the materials that were not given. */
async function heldBeside(
  inside: Inside,
  item: ServiceItem,
  applicant: Applicant,
  given: readonly GivenMaterial[],
): Promise<readonly GivenMaterial[]> {
  const code = applicant.kind === 'person' ? applicant.idCard : applicant.uscc
  const held = await findHeld(inside, item, { kind: applicant.kind, code })
  return held
    .filter(({ material }) => !given.some((one) => one.material === material))
    .map(({ material, trust, evidence }) => ({ material, files: [], trust, held: evidence.zh }))
}

/** Who applies: the person himself, an enterprise he acts for, or whom a machine client names. */
async function applicantFor(
  inside: Inside,
  who: Who,
  input: Input['applicant'],
): Promise<Applicant | Refusal> {
  if (input.kind === 'named') {
    return who.kind === 'machine' ? namedApplicant(who.id, input, inside.clock.now()) : refuse('not-allowed')
  }
  const person = who.kind === 'citizen' ? await inside.findPerson(who.id) : undefined
  if (!person) return refuse('not-allowed')
  if (input.kind === 'person') return personalApplicant(person)
  const enterprise = person.enterprises.find((one) => one.uscc === input.uscc)
  if (!enterprise) return refuse('not-an-agent-of-enterprise', { facts: { uscc: input.uscc } })
  const { id: personId, name: agent, idCard, phone } = person
  return { kind: 'enterprise', personId, name: enterprise.name, uscc: enterprise.uscc, agent, idCard, phone }
}

function personalApplicant({ id: personId, name, idCard, phone }: Person): Applicant {
  return { kind: 'person', personId, name, idCard, phone }
}

function namedApplicant(
  client: string,
  { name, code, phone }: Extract<Input['applicant'], { kind: 'named' }>,
  now: Date,
): Applicant | Refusal {
  const personal = /^\d{17}[\dXx]$/.test(code) && !isRefusal(checkCode('id-card', code, { now }))
  if (personal) return { kind: 'person', personId: client, name, idCard: code.toUpperCase(), phone }
  const checked = checkCode('uscc', code, { now })
  if (isRefusal(checked)) {
    return { ...checked, fields: [{ path: 'applicant.code', code: checked.code, facts: checked.facts }] }
  }
  return { kind: 'enterprise', personId: client, name, uscc: checked.code, agent: name, idCard: '', phone }
}
