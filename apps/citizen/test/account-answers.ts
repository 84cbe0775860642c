import type { CertificateView, identityEndpoints } from '@mashang/identity/contract'
import type { Client } from '@mashang/kit'

type Identity = Client<typeof identityEndpoints>

const certificate: CertificateView = {
  id: '019ab000-0000-7000-8000-0000000000c1',
  uscc: '91350100M000100Y43',
  name: '大连风筝文化有限公司',
  issuer: '演示认证机构（DEMO CA） SM2',
  serial: '4a',
  fingerprint: 'ab',
  algorithm: 'SM2',
  from: '2026-01-01T00:00:00.000Z',
  to: '2027-01-01T00:00:00.000Z',
  standing: 'good',
  daysLeft: 200,
  demo: true,
}

/** A certificate in every standing. */
const certificates: CertificateView[] = [
  certificate,
  { ...certificate, id: '019ab000-0000-7000-8000-0000000000c2', standing: 'expiring', daysLeft: 30 },
  { ...certificate, id: '019ab000-0000-7000-8000-0000000000c3', standing: 'expired', daysLeft: -1 },
  { ...certificate, id: '019ab000-0000-7000-8000-0000000000c4', standing: 'not-yet' },
  {
    ...certificate,
    id: '019ab000-0000-7000-8000-0000000000c5',
    standing: 'revoked',
    revokedAt: '2026-06-01T00:00:00.000Z',
    reason: 'lost',
  },
]

const look = {
  id: '019ab000-0000-7000-8000-0000000000d1',
  at: '2026-11-23T02:00:00.000Z',
  by: '林窗口',
  organ: 'sports-bureau',
  reason: { zh: '办理申请', en: 'To handle the application' },
  about: {
    title: { zh: '风筝放飞许可', en: 'Kite-flying permit' },
    number: '210200-1',
    href: '/my/applications',
  },
}

const asked = {
  id: '019ab000-0000-7000-8000-0000000000e1',
  subject: 'name',
  text: '名字少写了一个字',
  askedAt: '2026-11-23T02:00:00.000Z',
  status: 'open',
} as const

/** What one's own account answers. */
export const accountAnswers: Partial<Identity> = {
  listCertificates: async () => ({ certificates, warnDays: 90, issues: true }),
  listLooks: async () => ({ looks: [look], next: look.id }),
  listDataRequests: async () => ({
    requests: [
      asked,
      { ...asked, status: 'declined', answer: '与证件一致', answeredAt: asked.askedAt, answeredBy: '郑管理' },
    ],
  }),
}
