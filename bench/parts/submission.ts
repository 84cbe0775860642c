import { addDays, legalDayOf } from '@mashang/kit'
import { type City, signUp, upload } from './city.ts'
import type { LoadRequest } from './load.ts'

/** The form of a kite permit, filled in by somebody of this name. */
export function aFlight(name: string) {
  return {
    name,
    phone: '13900000000',
    site: { region: '210203011003', detail: '人民广场东侧草坪' },
    land: 'public',
    day: addDays(legalDayOf(new Date()), 10),
    'line-length': 80,
    night: false,
  }
}

/** A kite permit applied for by a citizen of this number, who is signed up and uploads two files for it first. */
export async function aSubmission(city: City, serial: number): Promise<LoadRequest> {
  const citizen = await signUp(city, serial)
  const pdf = (mark: string) => new TextEncoder().encode(`%PDF-1.4\n% ${mark} ${serial}\n%%EOF\n`)
  const card = await upload(city, citizen, '身份证.pdf', pdf('card'))
  const plan = await upload(city, citizen, '放飞方案.pdf', pdf('plan'))
  const input = {
    item: '2102-TY-XK-0001',
    applicant: { kind: 'person' },
    form: aFlight('王小风'),
    materials: [
      { material: 'identity', files: [{ digest: card, name: '身份证.pdf' }] },
      { material: 'plan', files: [{ digest: plan, name: '放飞方案.pdf' }] },
    ],
  }
  return {
    method: 'POST',
    path: '/api/approvals/applications',
    headers: citizen.headers,
    body: JSON.stringify(input),
    keyed: true,
  }
}
