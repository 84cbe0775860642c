export type { CitizenView, CodePurpose, Enterprise, Person } from './account.ts'
export { type CertificateView, REVOCATION_REASONS } from './certificate.ts'
export { identityEndpoints } from './endpoints.ts'
export type { Me } from './me.ts'
export {
  CORRECTION_SUBJECTS,
  type CorrectionSubject,
  type DataRequest,
  type DataRequestAtDesk,
} from './privacy-endpoints.ts'
export { MACHINE_SCOPE_WORDS, type MachineKey, type StaffMember } from './staff.ts'
export type { WalkIn } from './window-endpoints.ts'
