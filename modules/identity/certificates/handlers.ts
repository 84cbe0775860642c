/** 数字证书 — signing in by certificate, and the certificates of one's account. */
import { isSignature, kindOfKey, type ReadCertificate, readCertificate } from '@mashang/certificate'
import {
  actorOf,
  checkUscc,
  type Handlers,
  isRefusal,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import { answeredBefore, onceOf } from '../commands/once.ts'
import { signInCitizen } from '../commands/open-session.ts'
import type { CertificateView } from '../contract/certificate.ts'
import type { certificateEndpoints } from '../contract/certificate-endpoints.ts'
import type { Inside } from '../inside.ts'
import type { Account } from '../rules/account.ts'
import {
  aCertificateIsOfAnEnterpriseOfTheAccount,
  type Bound,
  daysLeft,
  hasASuccessor,
  standingOf,
} from '../rules/certificate.ts'
import { append, CERTIFICATES, isTaken } from '../store/cases.ts'
import { findAccount } from '../store/load.ts'
import { makeChallenge, spendChallenge } from './challenge.ts'
import { findBound, findBoundByFingerprint, listBound } from './load.ts'
import { bytesOf, proveSignature } from './prove.ts'

type CertificateHandlers = Handlers<typeof certificateEndpoints>
type Issue = Parameters<CertificateHandlers['issueCertificate']>[0]

export function certificateHandlers(inside: Inside): CertificateHandlers {
  return {
    askChallenge: ({ input }) => makeChallenge(inside, input.purpose),
    signInByCertificate: async ({ who, input }) => {
      const proven = await proveCertificate(inside, input, 'sign-in')
      if (isRefusal(proven)) return proven
      const bound = await findBoundByFingerprint(inside.db, proven.certificate.fingerprint)
      if (!bound) return refuse('certificate-not-bound', { facts: { name: proven.certificate.subject } })
      const account = await findAccount(inside.db, bound.personId)
      if (!account) throw new Error(`certificate ${bound.id} is bound to no account`)
      return signInCitizen(inside, who, account)
    },
    listCertificates: async ({ who }) => ({
      certificates: viewsOf(inside, await listBound(inside.db, idOf(who))),
      warnDays: warnDaysOf(inside),
      issues: inside.settings.demo,
    }),
    issueCertificate: (request) => issueFor(inside, request),
    bindCertificate: async ({ who, input, key }) => {
      const repeated = await answeredBefore<CertificateView>(inside, who, key, ['bind-certificate', input])
      if (repeated) return repeated
      const proven = await proveCertificate(inside, input, 'bind')
      if (isRefusal(proven)) return proven
      const { certificate, demo } = proven
      const { uscc } = certificate
      if (uscc === undefined)
        return refuse('certificate-without-credit-code', { facts: { name: certificate.subject } })
      const account = await getOwnAccount(inside, who)
      if (isRefusal(account)) return account
      const foreign = aCertificateIsOfAnEnterpriseOfTheAccount(uscc, account.enterprises)
      if (foreign) return foreign
      const body = ['bind-certificate', input] as const
      return bind(inside, who, { ...certificate, uscc }, demo, (after) =>
        onceOf(key, body, viewOf(inside, after)),
      )
    },
    revokeCertificate: async ({ who, params, input }) => {
      const bound = await findBound(inside.db, params.id)
      if (!bound || bound.personId !== idOf(who)) return refuse('certificate-not-found')
      if (bound.revokedAt) return viewOf(inside, bound)
      const revoked = await append(inside, CERTIFICATES, {
        id: bound.id,
        before: bound,
        entry: { kind: 'certificate-revoked', content: input },
        actor: actorOf(who),
      })
      return isRefusal(revoked) ? revoked : viewOf(inside, revoked)
    },
  }
}

const idOf = (who: Who) => (who.kind === 'citizen' ? who.id : '')

async function getOwnAccount(inside: Inside, who: Who): Promise<Account | Refusal> {
  return (await findAccount(inside.db, idOf(who))) ?? refuse('not-signed-in')
}

interface Given {
  readonly challenge: string
  readonly signature: string
  readonly certificate: string
}

/** A certificate whose key signed the challenge, that a trusted authority issued and that is good today. */
async function proveCertificate(
  inside: Inside,
  given: Given,
  purpose: 'sign-in' | 'bind',
): Promise<{ readonly certificate: ReadCertificate; readonly demo: boolean } | Refusal> {
  const text = await spendChallenge(inside, given.challenge, purpose)
  if (isRefusal(text)) return text
  const certificate = await readCertificate(given.certificate)
  if (!certificate) return refuse('certificate-unreadable')
  return proveSignature(inside, certificate, { text, signature: given.signature, at: inside.clock.now() })
}

async function issueFor(inside: Inside, { who, input, key }: Issue) {
  const body = ['issue-certificate', input] as const
  const repeated = await answeredBefore<{ certificate: string; listed: CertificateView }>(
    inside,
    who,
    key,
    body,
  )
  if (repeated) return repeated
  if (!inside.settings.demo) return refuse('demo-authority-off')
  const text = await spendChallenge(inside, input.challenge, 'bind')
  if (isRefusal(text)) return text
  const publicKey = bytesOf(input.publicKey)
  const kind = await kindOfKey(publicKey)
  if (!kind) return refuse('certificate-key-not-taken')
  if (!(await isSignature(publicKey, text, bytesOf(input.signature))))
    return refuse('certificate-signature-wrong')
  const account = await getOwnAccount(inside, who)
  if (isRefusal(account)) return account
  const code = checkUscc(input.uscc)
  const uscc = isRefusal(code) ? input.uscc : code.code
  const enterprise = account.enterprises.find((one) => one.uscc === uscc)
  if (!enterprise)
    return aCertificateIsOfAnEnterpriseOfTheAccount(uscc, account.enterprises) ?? refuse('not-signed-in')
  const der = await inside.authorities.issue(kind, { name: enterprise.name, uscc, publicKey })
  const certificate = der && (await readCertificate(der))
  if (!certificate) throw new Error('the certificate that was just issued cannot be read')
  const answer = (after: Bound) => ({ certificate: base64(certificate.der), listed: viewOf(inside, after) })
  const listed = await bind(inside, who, { ...certificate, uscc }, true, (after) =>
    onceOf(key, body, answer(after)),
  )
  return isRefusal(listed) ? listed : { certificate: base64(certificate.der), listed }
}

async function bind(
  inside: Inside,
  who: Who,
  certificate: ReadCertificate & { readonly uscc: string },
  demo: boolean,
  once: (after: Bound) => ReturnType<typeof onceOf>,
): Promise<CertificateView | Refusal> {
  const { uscc, subject: name, issuer, serial, fingerprint, kind: algorithm, from, to } = certificate
  const content = { personId: idOf(who), uscc, name, issuer, serial, fingerprint, algorithm, from, to, demo }
  try {
    const bound = await append(inside, CERTIFICATES, {
      id: uuidv7(),
      before: undefined,
      entry: { kind: 'certificate-bound', content },
      actor: actorOf(who),
      once,
    })
    return isRefusal(bound) ? bound : viewOf(inside, bound)
  } catch (error) {
    if (isTaken(error, 'certificate_bound_once'))
      return refuse('certificate-bound-already', { facts: { name } })
    throw error
  }
}

const warnDaysOf = ({ settings }: Pick<Inside, 'settings'>) => Math.max(0, ...settings.certificateWarnDays)

function viewsOf(inside: Inside, all: readonly Bound[]): CertificateView[] {
  return all.map((bound) => ({
    ...viewOf(inside, bound),
    ...(hasASuccessor(bound, all) ? { renewed: true } : {}),
  }))
}

function viewOf({ clock, settings }: Inside, bound: Bound): CertificateView {
  const { id, uscc, name, issuer, serial, fingerprint, algorithm, from, to, demo, revokedAt, reason } = bound
  const now = clock.now()
  return {
    ...{ id, uscc, name, issuer, serial, fingerprint, algorithm, from, to, demo },
    standing: standingOf(bound, now, warnDaysOf({ settings })),
    daysLeft: daysLeft(bound, now),
    ...(revokedAt ? { revokedAt } : {}),
    ...(reason ? { reason } : {}),
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
