import { type FormValues, firstStep, type ServiceItem } from '@mashang/flow'
import {
  type Actor,
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
import { type Alongside, type Append, bodyDigestOf, type NewEntry } from '@mashang/store'
import type {
  Applicant,
  ApplicationEntries,
  applicationEndpoints,
  Draft,
  GivenMaterial,
  Submission,
} from '../contract/index.ts'
import type { Inside, Person } from '../inside.ts'
import { licenceActedOn } from '../licences/queries/acted-on.ts'
import { saveLicenceCase } from '../licences/store/rows.ts'
import { applicationOf } from '../rules/application.ts'
import {
  type ConsentToUse,
  onlyFilesThatWereSeenAreB,
  type Seen,
  whatIsHeldIsUsedOnlyWithConsent,
} from '../rules/evidence.ts'
import { applicationsCloseBeforeADraw, poolOf, quotaIsFull, takenIn } from '../rules/quota.ts'
import { anEnterpriseSignsWhereItsItemAsks } from '../rules/signature.ts'
import {
  canBeAppliedForOnline,
  everyRequiredMaterialIsGiven,
  formFitsItsDefinition,
  itemServesThisApplicant,
  onlyPublishedItemsCanBeAppliedFor,
} from '../rules/submission.ts'
import { reckoningOf } from '../store/cases.ts'
import { usesOf } from '../store/evidence-rows.ts'
import { findHeld, holderOf } from '../store/held.ts'
import { insertSummary, summaryOf } from '../store/project.ts'
import { refuseUnregisteredProject } from '../store/projects.ts'
import { appendWithPlaces, readLedger } from '../store/quota-ledger.ts'
import { findGiven } from '../store/uploads.ts'

type SubmitApplication = Handlers<typeof applicationEndpoints>['submitApplication']
type Input = Parameters<SubmitApplication>[0]['input']

/** What a draft knows beside what is sent: consents, declarations, and originals that a clerk saw. */
export interface OfDraft {
  readonly consents?: readonly ConsentToUse[]
  readonly declared?: readonly string[]
  readonly seen?: readonly Seen[]
  /** A clerk takes it in, with the applicant before him. */
  readonly atWindow?: boolean
}

/** 提交 — one request: checked against the definition in force, journaled with its summary row, answered with a number. */
export function submitApplication(inside: Inside): SubmitApplication {
  return async ({ who, input, key }) => {
    const prepared = await prepare(inside, who, input)
    if (isRefusal(prepared)) return prepared
    return submit(inside, actorOf(who), prepared, { key, bodyDigest: bodyDigestOf(input) })
  }
}

/** Who signs a form: the applicant, or for an enterprise its agent. */
function signerOf(applicant: Applicant): string {
  return applicant.kind === 'person' ? applicant.name : applicant.agent
}

/** What is submitted, once it was checked: all but its number, and the signature. */
export interface Prepared {
  readonly item: ServiceItem
  readonly content: Omit<ApplicationEntries['submitted'], 'number'>
}

/** Checks what was sent against the definition in force, up to the point where it may be signed. */
export async function prepare(inside: Inside, who: Who, input: Input & OfDraft): Promise<Prepared | Refusal> {
  const now = inside.clock.now()
  const taker = input.atWindow ? ({ kind: 'staff' } as const) : who
  const item = await findApplicable(inside, input.item, taker, legalDayOf(now))
  if (isRefusal(item)) return item
  const applicant = await applicantFor(inside, who, input.applicant)
  if (isRefusal(applicant)) return applicant
  const unserved = itemServesThisApplicant(item, applicant.kind)
  if (unserved) return unserved
  const form = formFitsItsDefinition(item, input.form, {
    now,
    regionNames: inside.city.regions.names,
    applicant: signerOf(applicant),
  })
  if (isRefusal(form)) return form
  const unregistered =
    (await refuseBeyondQuota(inside, item, form)) ?? (await refuseUnregisteredProject(inside, item, form))
  if (unregistered) return unregistered
  const licence = await licenceActedOn(inside, item, applicant, form)
  if (isRefusal(licence)) return licence
  const actor = actorOf(who)
  const materials = await materialsFor(inside, item, applicant, actor.id, { ...input, form })
  if (isRefusal(materials)) return materials
  const missing = everyRequiredMaterialIsGiven(item, form, materials)
  if (missing) return missing
  const content: Prepared['content'] = {
    item: { code: item.code, version: item.version },
    channel: input.atWindow ? 'window' : who.kind === 'machine' ? 'machine' : 'online',
    applicant,
    form,
    materials,
    delivery: input.delivery ?? item.delivery[0] ?? 'electronic',
    ...(licence ? { licence } : {}),
  }
  return { item, content }
}

/** Writes what was prepared as a new case; a draft vanishes in the same transaction. */
export async function submit(
  inside: Inside,
  actor: Actor,
  { item, content }: Prepared,
  once: { readonly key: string; readonly bodyDigest: string },
  alongside: readonly Alongside[] = [],
): Promise<Submission | Refusal> {
  const unsigned = anEnterpriseSignsWhereItsItemAsks(item, content, content.signature !== undefined)
  if (unsigned) return unsigned
  const numbered = { number: await inside.nextNumber(), ...content }
  const at = inside.clock.now().toISOString()
  return beginCase(inside, { item, content: numbered, actor, at, once, alongside })
}

interface Beginning {
  readonly item: ServiceItem
  readonly content: ApplicationEntries['submitted']
  /** What is written at the same moment: at a window, the outcome of intake. */
  readonly further?: readonly NewEntry[]
  readonly actor: Actor
  readonly at: string
  readonly once: { readonly key: string; readonly bodyDigest: string }
  readonly alongside: readonly Alongside[]
}

/** Writes a new case with its summaries, in one transaction; answers with its number. */
export async function beginCase(
  inside: Inside,
  { item, content, further = [], actor, at, once, alongside }: Beginning,
): Promise<Submission | Refusal> {
  const id = uuidv7()
  const entries = [{ kind: 'submitted', content }, ...further]
  const application = applicationOf(
    entries.map((entry, index) => ({ ...entry, revision: index + 1, at, actor })),
    (form) => firstStep(item, form).id,
  )
  if (!application) throw new Error('an application that was submitted exists')
  const answer: Submission = { id, number: content.number, submittedAt: at, revision: entries.length }
  const append: Append = {
    stream: 'application',
    caseId: id,
    expected: 0,
    at,
    actor,
    entries,
    alongside: [
      insertSummary(inside.db, summaryOf(id, application, item, reckoningOf(inside))),
      ...usesOf(inside.db, id, content, at),
      ...saveLicenceCase(inside.db, id, content),
      ...alongside,
    ],
    once: { ...once, answer },
  }
  // What is accepted at once has its place at once; all others are written together with whatever comes at the time.
  const after = { id, application, item, entries }
  const appended = application.acceptedAt
    ? await appendWithPlaces(inside, [append], [{ after }], actor)
    : await inside.journal.append(append)
  if (isRefusal(appended)) return appended
  return appended.outcome === 'repeated' ? (appended.answer as Submission) : answer
}

/** Where an item refuses who comes beyond its quota, it says so before anyone waits for an answer. */
export async function refuseBeyondQuota(
  inside: Inside,
  item: ServiceItem,
  form: FormValues,
): Promise<Refusal | undefined> {
  const { quota } = item
  if (!quota) return undefined
  const today = legalDayOf(inside.clock.now())
  const closed = applicationsCloseBeforeADraw(quota, today)
  if (closed || quota.method === 'draw' || quota.beyond === 'wait') return closed
  const { ledger } = await readLedger(inside, poolOf(item, quota, form, today))
  return ledger && takenIn(ledger) >= quota.places ? quotaIsFull(ledger, quota) : undefined
}

/** The item in force that may be applied for on this channel. */
export async function findApplicable(
  inside: Inside,
  code: string,
  who: Pick<Who, 'kind'>,
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

/** What was uploaded, declared, and what the city holds and may use. */
export async function materialsFor(
  inside: Inside,
  item: ServiceItem,
  applicant: Applicant,
  owner: string,
  input: Pick<Input, 'materials'> & OfDraft & { readonly form: FormValues },
): Promise<readonly GivenMaterial[] | Refusal> {
  const uploaded = await findGiven(inside, owner, input.materials)
  if (isRefusal(uploaded)) return uploaded
  const seen = onlyFilesThatWereSeenAreB(uploaded, input.seen ?? [])
  const declared = (input.declared ?? [])
    .filter((material) => !seen.some((one) => one.material === material))
    .map((material): GivenMaterial => ({ material, files: [], trust: 'D' }))
  const given = [...seen, ...declared]
  const held = await heldBeside(inside, item, applicant, input.form)
  return [...given, ...whatIsHeldIsUsedOnlyWithConsent(held, given, input.consents ?? [])]
}

async function heldBeside(inside: Inside, item: ServiceItem, applicant: Applicant, form: FormValues) {
  if (!item.materials.some((material) => material['satisfied-by'])) return []
  return findHeld(inside, item, await holderOfCase(inside, applicant), form)
}

/** The holder that an applicant is; whom a machine client named has no account that could prove more. */
export async function holderOfCase(inside: Inside, applicant: Applicant) {
  const { kind, personId } = applicant
  const person = kind === 'enterprise' ? await inside.findPerson(personId) : undefined
  if (kind === 'enterprise' && person) return holderOf(person, { kind, uscc: applicant.uscc })
  const code = kind === 'person' ? applicant.idCard : applicant.uscc
  return { kind, code, personId, verified: kind === 'person' }
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
  return person ? applicantOf(person, input) : refuse('not-allowed')
}

/** A person for himself, or for an enterprise that he acts for. */
export function applicantOf(person: Person, input: Draft['applicant']): Applicant | Refusal {
  const { id: personId, name, idCard, phone } = person
  if (input.kind === 'person') return { kind: 'person', personId, name, idCard, phone }
  const enterprise = person.enterprises.find((one) => one.uscc === input.uscc)
  if (!enterprise) return refuse('not-an-agent-of-enterprise', { facts: { uscc: input.uscc } })
  return {
    kind: 'enterprise',
    personId,
    name: enterprise.name,
    uscc: enterprise.uscc,
    agent: name,
    idCard,
    phone,
  }
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
