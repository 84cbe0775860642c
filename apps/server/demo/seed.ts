/**
 * Fills an empty demonstration: staff, citizens, and cases in every state.
 */
import { datedValues } from '@mashang/approvals'
import type { Documents } from '@mashang/document'
import { identityEndpoints, type StaffMember } from '@mashang/identity/contract'
import { actorOf, type Client, calendarOf, isRefusal, type Who } from '@mashang/kit'
import { createDoor, type Door } from '../door.ts'
import type { Modules } from '../modules.ts'
import { membersOf } from './members.ts'
import { must } from './must.ts'
import { DEMO_CITIZENS, DEMO_PASSWORD, DEMO_STAFF } from './people.ts'
import { seedAssistance } from './seed-assistance.ts'
import { seedBundles } from './seed-bundles.ts'
import { type SeedCases, seedCases } from './seed-cases.ts'
import { seedCertificate } from './seed-certificate.ts'
import { seedFees } from './seed-fees.ts'
import { seedHandling } from './seed-handling.ts'
import { seedLicences } from './seed-licences.ts'
import { seedPlaces } from './seed-places.ts'
import { seedProjects } from './seed-projects.ts'
import { seedQuestions } from './seed-questions.ts'
import { seedRatings } from './seed-ratings.ts'

export interface SeedNeeds {
  /** Modules on a clock that can be set. */
  readonly modules: Modules
  readonly clock: { set(at: Date): void }
  readonly documents: Documents
  readonly now: Date
}

const NOBODY: Who = { kind: 'anonymous' }
const SEED: Who = { kind: 'system', id: 'demo' }

/** Seeds once: a demonstration that has its staff is left as it is. The number of cases that were played. */
export async function seedDemo(needs: SeedNeeds): Promise<number> {
  const { modules, clock, now } = needs
  const door = createDoor(modules.mounts)
  const staff = await addStaff(modules)
  if (!staff) return 0
  clock.set(now)
  const citizens: { who: Who; uscc?: string }[] = []
  for (const citizen of DEMO_CITIZENS) citizens.push(await signUp(door, citizen))
  for (const { who, uscc } of citizens.slice(0, 1))
    if (uscc) await seedCertificate({ door, clock, now, agent: who, uscc })
  const calendar = calendarOf(modules.profile.calendars)
  const city: Omit<SeedCases, 'citizens'> = {
    ...needs,
    door,
    items: modules.profile.items.map(({ item }) => item),
    calendar: must(calendar),
    memberOf: membersOf(staff),
    exampleOf: (item, today) => datedValues(item.examples?.[0]?.given ?? {}, today),
  }
  const played = await seedCases({ ...city, citizens })
  const follow = (id: string) => modules.projects.followApplication(id)
  if (citizens[0]) await seedProjects({ ...city, builder: citizens[0].who, follow })
  await seedQuestions({ ...city, citizens })
  await seedAssistance({ ...city, citizens, assistant: await assistantOf(door) })
  const followBundle = (id: string) => modules.bundles.followApplication(id)
  if (citizens[0]) await seedBundles({ ...city, founder: citizens[0].who, follow: followBundle })
  await seedLicences(door, now, city.memberOf)
  await seedRatings({ ...city, citizens, open: (id) => modules.hall.followApplication(id) })
  await seedHandling(door, modules, now)
  await seedPlaces({ door, clock, citizens, now })
  await seedFees({ door, clock, citizens, now, follow: (id) => modules.fees.followCase(id) })
  // Whoever looks at once sees what supervision would write within minutes.
  await modules.approvals.watchDeadlines()
  await modules.approvals.watchLicences()
  return played
}

/** None where accounts were there already; those that an older demonstration lacks are added all the same. */
async function addStaff({ identity }: Modules): Promise<readonly StaffMember[] | undefined> {
  const staff: StaffMember[] = []
  let fresh = true
  for (const member of DEMO_STAFF) {
    const added = await identity.addStaff({ ...member, password: DEMO_PASSWORD }, actorOf(SEED))
    if (isRefusal(added) && added.code === 'account-name-taken') fresh = false
    else staff.push(must(added))
  }
  return fresh ? staff : undefined
}

/** The account of the assistant, so that whoever signs in with it finds whom he helps. */
async function assistantOf(door: Door): Promise<Who> {
  const administrator: Who = {
    ...{ kind: 'staff', id: 'demo', name: '郑管理', organ: 'data-bureau', session: 'demo' },
    roles: ['administrator'],
  }
  const { staff } = must(await clientOf(door, administrator).listStaff({}))
  const found = staff.find(({ account }) => account === 'bangban')
  if (!found) throw new Error('the demonstration has an assistant')
  return {
    kind: 'staff',
    id: found.id,
    name: found.name,
    organ: found.organ,
    roles: found.roles,
    session: 'demo',
  }
}

function clientOf(door: Door, who: Who): Client<typeof identityEndpoints> {
  return door.clientOf(identityEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}

async function signUp(door: Door, { phone, name, idCard, enterprise }: (typeof DEMO_CITIZENS)[number]) {
  const visitor = clientOf(door, NOBODY)
  must(await visitor.sendCode({ input: { phone, purpose: 'sign-up' } }))
  const { messages } = must(await visitor.listDemoMessages({}))
  const text =
    messages.find((message) => message.phone === phone || message.text.includes(phone))?.text ??
    messages[0]?.text ??
    ''
  const code = /\d{6}/.exec(text)?.[0] ?? ''
  const me = must(await visitor.signUp({ input: { phone, code, name, idCard, password: DEMO_PASSWORD } }))
  const who: Who = { kind: 'citizen', id: me.id, name, session: 'demo' }
  if (enterprise) must(await clientOf(door, who).addEnterprise({ input: enterprise }))
  return { who, uscc: enterprise?.uscc }
}
