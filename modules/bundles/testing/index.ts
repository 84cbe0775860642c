/**
 * The module on a test's own database, beside approvals that answer for two invented items: real store, real journal,
 * a clock that stands still. What is asked of approvals in earnest is tried where both run together: tests/bundles.test.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle, Organ, ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { type Calendar, type Client, isRefusal, refuse, uuidv7, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { bundlesEndpoints } from '../contract/index.ts'
import { type Bundles, bundlesMigrations, createBundles } from '../index.ts'
import type { ApplicationFacts, Person } from '../inside.ts'

export interface TestBundles {
  readonly bundles: Bundles
  as(who: Who): Client<typeof bundlesEndpoints>
  aFounder(details?: Partial<Person>): Who
  /** A bundle of this founder that has gone to its offices; its id. */
  submitted(who: Who): Promise<string>
  close(): Promise<void>
}

interface CityOfBundles {
  readonly calendar: Calendar
  readonly organs: readonly Organ[]
  readonly bundles: readonly Bundle[]
}

const KITE_SHOW = '2102-TY-XK-0009'

/** A kite festival: two invented items of the sports bureau, one after the other. */
export function aTestBundle(changes: Partial<Bundle> = {}): Bundle {
  const kite = aKitePermit()
  return {
    kind: 'bundle',
    id: 'hold-kite-festival',
    version: 1,
    name: { zh: '办风筝节', en: 'Hold a kite festival' },
    summary: { zh: '放飞和表演一起办。', en: 'Flying and showing, asked for together.' },
    lead: kite.organ,
    drawing: 'kite',
    conditions: [{ zh: '有场地。', en: 'There is a field.' }],
    'everyday-words': ['办风筝节', '放风筝比赛', 'kite festival'],
    circumstances: [
      { id: 'show', label: { zh: '有表演吗', en: 'Is there a show' }, type: 'yes-no', required: true },
    ],
    items: [
      { id: 'flying', item: kite.code },
      { id: 'show', item: KITE_SHOW, when: { field: 'show', is: true }, after: ['flying'] },
    ],
    questions: [],
    materials: [],
    results: [],
    examples: [
      { given: { show: true }, items: ['flying', 'show'], days: '10wd' },
      { given: { show: false }, items: ['flying'], days: '5wd' },
    ],
    faq: [],
    ...changes,
  }
}

/** The items of the invented bundle, which ask nothing, so that they can be submitted as they are. */
export function testItems(): readonly ServiceItem[] {
  const kite = aKitePermit()
  return [
    { ...kite, fields: [], materials: [] },
    { ...kite, code: KITE_SHOW, name: { zh: '风筝表演许可' }, fields: [], materials: [] },
  ]
}

export async function testBundles(city: CityOfBundles): Promise<TestBundles> {
  const database = await testDatabase({ migrations: [bundlesMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-bundles-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [bundlesMigrations],
  })
  const people = new Map<string, Person>()
  const now = new Date('2026-11-23T02:00:00.000Z')
  const facts = new Map<string, ApplicationFacts>()
  const items = testItems()
  const notHere = async () => refuse('not-allowed')
  const bundles = createBundles({
    ...city,
    db: store.db,
    journal: store.journal,
    clock: { now: () => now },
    windows: [],
    regionNames: () => undefined,
    findPerson: async (id) => people.get(id),
    findItem: async (code) => items.find((item) => item.code === code),
    findApplications: async (ids) => ids.flatMap((id) => facts.get(id) ?? []),
    approvals: { uploadFile: notHere, getApplication: notHere, correctApplication: notHere },
    forBundles: {
      submitPart: async (_who, { item }) => {
        const id = uuidv7()
        const number = `2102-${facts.size + 1}`
        const organ = items.find(({ code }) => code === item)?.organ ?? ''
        const submittedAt = now.toISOString()
        facts.set(id, { id, number, item, organ, status: 'submitted', submittedAt, stops: [] })
        return { id, number, submittedAt, revision: 1 }
      },
      findHeldFor: async () => [],
      findLicencesOf: async () => [],
    },
  })
  const as = (who: Who) => clientAs(bundles.handlers, who)
  return {
    bundles,
    as,
    aFounder: (details = {}) => {
      const person = {
        ...{ id: uuidv7(), name: '王小明', phone: '13800000001', idCard: '', enterprises: [] },
        ...details,
      }
      people.set(person.id, person)
      return { kind: 'citizen', id: person.id, name: person.name, session: 'test' }
    },
    submitted: async (who) => {
      const params = { bundle: city.bundles[0]?.id ?? '' }
      const begun = await as(who).startBundle({ params, input: { circumstances: { show: true } } })
      if (isRefusal(begun)) throw new Error(`refused: ${JSON.stringify(begun)}`)
      const done = await as(who).submitBundle({ params: { id: begun.id }, input: { consents: [] } })
      if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`)
      return done.id
    },
    close: async () => {
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
