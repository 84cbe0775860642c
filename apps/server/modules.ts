import { join } from 'node:path'
import {
  type Approvals,
  type ApprovalsNeeds,
  approvalsMigrations,
  createApprovals,
  type Profile,
  regionNames,
} from '@mashang/approvals'
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { type Assistance, assistanceMigrations, createAssistance } from '@mashang/assistance'
import { assistanceEndpoints } from '@mashang/assistance/contract'
import { type Bundles, bundlesMigrations } from '@mashang/bundles'
import { bundlesEndpoints } from '@mashang/bundles/contract'
import { createDocuments, type Documents } from '@mashang/document'
import { createFees, type Fees, feesMigrations } from '@mashang/fees'
import { feesEndpoints } from '@mashang/fees/contract'
import { createHall, type Hall, hallMigrations } from '@mashang/hall'
import { hallEndpoints } from '@mashang/hall/contract'
import {
  createDemoSender,
  createIdentity,
  type Identity,
  identityMigrations,
  type MessageSender,
} from '@mashang/identity'
import { identityEndpoints } from '@mashang/identity/contract'
import { createInsight, type Insight, insightMigrations } from '@mashang/insight'
import { insightEndpoints } from '@mashang/insight/contract'
import { actorOf, calendarOf, isRefusal } from '@mashang/kit'
import { createKnowledge, type Knowledge, knowledgeMigrations } from '@mashang/knowledge'
import { knowledgeEndpoints } from '@mashang/knowledge/contract'
import { createProjects, type Projects, projectsMigrations } from '@mashang/projects'
import { projectsEndpoints } from '@mashang/projects/contract'
import {
  logEndpoints,
  type Migrations,
  type OpenStore,
  type PublicLog,
  type Subscriber,
  type Summary,
  type Task,
} from '@mashang/store'
import type { Logger } from 'pino'
import { bundlesOf } from './bundles.ts'
import { type City, readCity } from './city.ts'
import type { Config } from './config.ts'
import { loadDemoCounterKey } from './demo-counter-key.ts'
import { type Mount, mount } from './door.ts'
import { ownData } from './own-data.ts'
import { createHttpSender, createNoSender } from './senders.ts'
import { settingError } from './setting-error.ts'
import { trustedCertificates } from './trusted-certificates.ts'

/** Migrations of every module, in order; the journal's own come before them. */
export const MIGRATIONS: readonly Migrations[] = [
  identityMigrations,
  approvalsMigrations,
  projectsMigrations,
  bundlesMigrations,
  insightMigrations,
  hallMigrations,
  knowledgeMigrations,
  feesMigrations,
  assistanceMigrations,
]

/** The tables of every module, as `openapi.json` is made of them. */
export const TABLES = [
  { name: 'identity', table: identityEndpoints },
  { name: 'approvals', table: approvalsEndpoints },
  { name: 'projects', table: projectsEndpoints },
  { name: 'bundles', table: bundlesEndpoints },
  { name: 'insight', table: insightEndpoints },
  { name: 'hall', table: hallEndpoints },
  { name: 'knowledge', table: knowledgeEndpoints },
  { name: 'fees', table: feesEndpoints },
  { name: 'assistance', table: assistanceEndpoints },
  { name: 'log', table: logEndpoints },
] as const

/** Everything the modules give the server to run. */
export interface Modules {
  readonly profile: Profile
  /** Key of the public log, with which anyone checks a receipt. */
  readonly verifierKey: string
  readonly clock: { now(): Date }
  readonly documents: Documents
  readonly identity: Identity
  readonly approvals: Approvals
  readonly projects: Projects
  readonly bundles: Bundles
  readonly insight: Insight
  readonly hall: Hall
  readonly knowledge: Knowledge
  readonly fees: Fees
  readonly assistance: Assistance
  readonly mounts: readonly Mount[]
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  readonly tasks: Readonly<Record<string, Task>>
  /** Lines of a crontab in UTC. */
  readonly crontab: readonly string[]
  /** Ends the threads that typeset documents. */
  close(): Promise<void>
}

export interface ModulesNeeds {
  readonly config: Config
  readonly store: OpenStore
  /** Read already, or read now. */
  readonly city?: City
  readonly publicLog: PublicLog
  readonly log: Logger
  /** Another clock than the machine's: tests and the demonstration let days pass. */
  readonly clock?: { now(): Date }
}

const SWEEP = 'identity:sweep-sessions'
const TELL_OF_EXPIRY = 'identity:tell-of-expiry'

/** The one place that knows every module and hands each what it needs of the others. */
export async function createModules(needs: ModulesNeeds): Promise<Modules> {
  const { config, store, publicLog, log } = needs
  const { db, journal } = store
  const clock = needs.clock ?? { now: () => new Date() }
  const city = needs.city ?? (await readCity(config))
  const { profile } = city
  const identity = createIdentity({
    db,
    journal,
    clock,
    sender: senderOf(needs, clock),
    isOrgan: (code) => profile.organs.some(({ id }) => id === code),
    settings: { demo: config.demo },
    trusted: trustedCertificates(join(config.dataFolder, 'certificates')),
    ...ownData(() => ({ approvals, projects, hall, bundles, knowledge, assistance, fees })),
  })
  const documents = documentsOf(config, city)
  const approvals = createApprovals({
    db,
    journal,
    files: store.files,
    documents,
    log: publicLog,
    profile,
    clock,
    publicUrl: config.publicUrl,
    findPerson: (id) => identity.findPerson(id),
    listStaff: (organ) => identity.listColleagues(organ),
    isProjectRegistered: (code) => projects.isRegistered(code),
    fees: feesLater(() => fees),
    findIssuedElsewhere: (by) => projects.findIssued(by),
    checkMandate: (agency) => assistance.checkMandate(agency),
    tellHolder: (holder, words) => identity.tellHolder(holder, words),
    checkSignature: (given, at) => identity.checkSignature(given, at),
  })
  const fees = await feesOf(needs, city, { clock, identity, approvals })
  const projects = projectsOf(needs, city, { clock, identity, approvals, documents })
  const bundles = bundlesOf(needs, city, clock, identity, approvals)
  const hall = hallOf(needs, city, clock, identity, approvals)
  const insight = insightOf(needs, city, clock, documents, approvals, hall)
  const knowledge = knowledgeOf(needs, city, clock, identity, approvals)
  const assistance = assistanceOf(needs, city, clock, documents, identity, approvals)
  const made = { identity, approvals, projects, bundles, insight, hall, knowledge, fees, assistance }
  const synced = await approvals.syncProfile()
  if (isRefusal(synced)) throw settingError(config.cityFolder, synced)
  log.info({ ...synced }, 'service items of the profile are in the catalogue')
  return {
    profile,
    verifierKey: publicLog.verifierKey,
    clock,
    documents,
    ...made,
    mounts: mountsOf(made, publicLog),
    ...workOf(made),
    tasks: { ...approvals.tasks, ...identityTasks(identity, log) },
    crontab: [...approvals.crontab, `17 * * * * ${SWEEP}`, `12 1 * * * ${TELL_OF_EXPIRY}`],
    close: () => documents.close(),
  }
}

function assistanceOf(
  { store: { db, journal } }: ModulesNeeds,
  { profile }: City,
  clock: { now(): Date },
  documents: Documents,
  identity: Identity,
  approvals: Approvals,
): Assistance {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  const { zh, en = zh } = profile.city.centre
  return createAssistance({
    db,
    journal,
    documents,
    clock,
    calendar,
    limit: profile.limits.help,
    centre: { zh, en },
    findPerson: (id) => identity.findPerson(id),
    findItem: (code) => approvals.findItem(code),
    getApplication: (request) => approvals.handlers.getApplication(request),
    openIntake: (request) => approvals.handlers.openIntake(request),
    tellPerson: (personId, words) => identity.tellHolder({ personId, code: '' }, words),
  })
}

function projectsOf(
  { store: { db, journal, files } }: ModulesNeeds,
  { profile }: City,
  { clock, identity, approvals, documents }: Pick<Modules, 'clock' | 'identity' | 'approvals' | 'documents'>,
): Projects {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  return createProjects({
    db,
    journal,
    files,
    clock,
    calendar,
    region: profile.city.region,
    stages: profile.projectStages,
    organs: profile.organs,
    regionNames: (code) => regionNames(profile, code),
    documents,
    documentWord: profile.city['document-word'],
    findPerson: (id) => identity.findPerson(id),
    findColleagues: (organ) => identity.listColleagues(organ),
    findItem: (code) => approvals.findItem(code),
    approvals: approvals.handlers,
    findApplications: (ids) => approvals.findApplications(ids),
  })
}

function knowledgeOf(
  { store: { db, journal } }: ModulesNeeds,
  { profile }: City,
  clock: { now(): Date },
  identity: Identity,
  approvals: Approvals,
): Knowledge {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  return createKnowledge({
    db,
    journal,
    clock,
    calendar,
    limit: profile.limits.question,
    laws: profile.laws,
    organs: profile.organs,
    findItem: (code) => approvals.findItem(code),
    getApplication: (request) => approvals.handlers.getApplication(request),
    tellPerson: (personId, words) => identity.tellHolder({ personId, code: '' }, words),
  })
}

function mountsOf(all: Pick<Modules, (typeof NAMES)[number]>, publicLog: PublicLog): readonly Mount[] {
  return [
    mount('identity', identityEndpoints, all.identity.handlers),
    mount('approvals', approvalsEndpoints, all.approvals.handlers),
    mount('projects', projectsEndpoints, all.projects.handlers),
    mount('bundles', bundlesEndpoints, all.bundles.handlers),
    mount('insight', insightEndpoints, all.insight.handlers),
    mount('hall', hallEndpoints, all.hall.handlers),
    mount('knowledge', knowledgeEndpoints, all.knowledge.handlers),
    mount('fees', feesEndpoints, all.fees.handlers),
    mount('assistance', assistanceEndpoints, all.assistance.handlers),
    mount('log', logEndpoints, publicLog.handlers),
  ]
}

/** What is made again from the journal, and what follows it. */
function workOf(modules: Pick<Modules, (typeof NAMES)[number]>): Pick<Modules, 'summaries' | 'subscribers'> {
  const { identity: _, knowledge: __, assistance: ___, ...following } = modules
  return {
    summaries: NAMES.flatMap((name) => modules[name].summaries),
    subscribers: Object.values(following).flatMap(({ subscribers }) => subscribers),
  }
}

/** In the order in which they are made again: each rests on those before it. */
const NAMES = [
  'identity',
  'approvals',
  'projects',
  'bundles',
  'insight',
  'hall',
  'knowledge',
  'fees',
  'assistance',
] as const

/** Each of the two asks the other, and one of them is made first. */
function feesLater(fees: () => Fees): ApprovalsNeeds['fees'] {
  return {
    owes: (caseId, before) => fees().owes(caseId, before),
    findOwed: (caseIds) => fees().findOwed(caseIds),
    isReceiptVoid: (documentId) => fees().isReceiptVoid(documentId),
  }
}

async function feesOf(
  { config, store: { db, journal } }: ModulesNeeds,
  { profile }: City,
  { clock, identity, approvals }: Pick<Modules, 'clock' | 'identity' | 'approvals'>,
): Promise<Fees> {
  return createFees({
    db,
    journal,
    clock,
    city: profile.fees,
    organs: profile.organs,
    // A city connects its own provider here; without one, fees are paid at the window.
    ...(config.demo ? { online: { demoKey: await loadDemoCounterKey(config.dataFolder) } } : {}),
    findCase: (id) => approvals.findFeeCase(id),
    issuePaper: (paper) => approvals.issueFeePaper(paper),
    tellPayer: (personId, words) => identity.tellHolder({ personId, code: '' }, words),
  })
}

function insightOf(
  { store: { db, journal }, publicLog }: ModulesNeeds,
  { profile }: City,
  clock: { now(): Date },
  documents: Documents,
  approvals: Approvals,
  hall: Hall,
): Insight {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  const { zh, en = zh } = profile.city.centre
  return createInsight({
    db,
    journal,
    clock,
    calendar,
    organs: profile.organs,
    documents,
    centre: { zh, en },
    findCaseFacts: (ids) => approvals.findCaseFacts(ids),
    countRatings: (organ, from, to) => hall.countRatings({ organ, from, to }),
    countFollowUps: (organ) => hall.countFollowUps(organ),
    findCheckpoint: () => publicLog.reader.findCheckpoint(),
  })
}

function hallOf(
  { config, store: { db, journal } }: ModulesNeeds,
  { profile }: City,
  clock: { now(): Date },
  identity: Identity,
  approvals: Approvals,
): Hall {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  return createHall({
    db,
    journal,
    clock,
    calendar,
    organs: profile.organs,
    law: profile.ratings,
    publicUrl: config.publicUrl,
    findServed: (ids) => approvals.findServed(ids),
    mayOpenCase: (who, id) => approvals.mayOpenCase(who, id),
    personOf: (id, { who, application }) =>
      identity.personOf(id, { actor: actorOf(who), caseId: application, reason: 'rating-follow-up' }),
    tellHolder: (personId, words) => identity.tellHolder({ personId, code: '' }, words),
  })
}

function documentsOf(config: Config, { profile: { city }, signing }: City): Documents {
  const { zh, en = zh } = city.name
  return createDocuments({
    signing,
    cityName: { zh, en },
    verifyBase: `${config.publicUrl}/verify`,
    demo: config.demo || city.demo || signing.demo,
  })
}

function identityTasks(identity: Identity, log: Logger): Readonly<Record<string, Task>> {
  return {
    [SWEEP]: async () => {
      log.info({ sessions: await identity.sweepSessions() }, 'swept sessions that were over')
    },
    [TELL_OF_EXPIRY]: async () => {
      log.info({ told: await identity.tellOfExpiry() }, 'told agents of certificates that end soon')
    },
  }
}

function senderOf({ config, store, log }: ModulesNeeds, clock: { now(): Date }): MessageSender {
  if (config.demo) return createDemoSender(store.db, clock)
  return config.sms ? createHttpSender(config.sms) : createNoSender(log)
}
