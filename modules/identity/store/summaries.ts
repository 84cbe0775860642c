import type { Alongside, Summary } from '@mashang/store'
import { dataRequestSummary } from '../privacy/requests.ts'
import { type Account, type AccountEntry, foldAccount } from '../rules/account.ts'
import { type Bound, type CertificateEntry, foldCertificate } from '../rules/certificate.ts'
import { foldKey, type Key, type KeyEntry } from '../rules/machine-key.ts'
import { foldStaff, type Staff, type StaffEntry } from '../rules/staff.ts'
import type { IdentityDb } from './tables.ts'

export function saveAccount(db: IdentityDb, account: Account): Alongside {
  const row = {
    revision: account.revision,
    phone: account.phone,
    name: account.name,
    id_card: account.idCard,
    enterprises: JSON.stringify(account.enterprises),
    created_at: account.createdAt,
  }
  return db
    .insertInto('account')
    .values({ id: account.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function saveStaff(db: IdentityDb, staff: Staff): Alongside {
  const row = {
    revision: staff.revision,
    account: staff.account,
    name: staff.name,
    organ: staff.organ,
    roles: staff.roles,
    disabled: staff.disabled,
    created_at: staff.createdAt,
  }
  return db
    .insertInto('staff')
    .values({ id: staff.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function saveKey(db: IdentityDb, key: Key): Alongside {
  const row = {
    revision: key.revision,
    name: key.name,
    scopes: key.scopes,
    created_at: key.createdAt,
    revoked_at: key.revokedAt ?? null,
  }
  return db
    .insertInto('machine_key')
    .values({ id: key.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function saveCertificate(db: IdentityDb, certificate: Bound): Alongside {
  const row = {
    revision: certificate.revision,
    person_id: certificate.personId,
    uscc: certificate.uscc,
    name: certificate.name,
    issuer: certificate.issuer,
    serial: certificate.serial,
    fingerprint: certificate.fingerprint,
    algorithm: certificate.algorithm,
    valid_from: certificate.from,
    valid_to: certificate.to,
    demo: certificate.demo,
    revoked_at: certificate.revokedAt ?? null,
    reason: certificate.reason ?? null,
    told: [...(certificate.told ?? [])],
  }
  return db
    .insertInto('certificate')
    .values({ id: certificate.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

/** The tables that can be dropped and made again from the journal. */
export function identitySummaries(db: IdentityDb): Summary[] {
  return [
    {
      name: 'identity.account',
      streams: ['account'],
      clear: () => [db.deleteFrom('account')],
      project: (_, entries) => {
        let account: Account | undefined
        for (const entry of entries) account = foldAccount(account, entry as AccountEntry & typeof entry)
        return account ? [saveAccount(db, account)] : []
      },
    },
    {
      name: 'identity.staff',
      streams: ['staff'],
      clear: () => [db.deleteFrom('staff')],
      project: (_, entries) => {
        let staff: Staff | undefined
        for (const entry of entries) staff = foldStaff(staff, entry as StaffEntry & typeof entry)
        return staff ? [saveStaff(db, staff)] : []
      },
    },
    {
      name: 'identity.machine-key',
      streams: ['machine-key'],
      clear: () => [db.deleteFrom('machine_key')],
      project: (_, entries) => {
        let key: Key | undefined
        for (const entry of entries) key = foldKey(key, entry as KeyEntry & typeof entry)
        return key ? [saveKey(db, key)] : []
      },
    },
    {
      name: 'identity.certificate',
      streams: ['certificate'],
      clear: () => [db.deleteFrom('certificate')],
      project: (_, entries) => {
        let certificate: Bound | undefined
        for (const entry of entries)
          certificate = foldCertificate(certificate, entry as CertificateEntry & typeof entry)
        return certificate ? [saveCertificate(db, certificate)] : []
      },
    },
    dataRequestSummary(db),
  ]
}
