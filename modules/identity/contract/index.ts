export type { CitizenView, CodePurpose, Enterprise, Person } from './account.ts'
export {
  type CertificateStanding,
  type CertificateView,
  REVOCATION_REASONS,
  type RevocationReason,
} from './certificate.ts'
export { identityEndpoints } from './endpoints.ts'
export type { Me } from './me.ts'
export { MACHINE_SCOPE_WORDS, type MachineKey, type StaffMember } from './staff.ts'
