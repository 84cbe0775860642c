export type { CitizenView, CodePurpose, Enterprise, Person } from './account.ts'
export { identityEndpoints, type Me } from './endpoints.ts'
export { MACHINE_SCOPE_WORDS, type MachineKey, type StaffMember } from './staff.ts'
