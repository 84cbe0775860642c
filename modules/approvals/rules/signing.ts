/** 会签 — a decision that several people sign: each once, and only all together. */
import type { ServiceItem, Step } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { StaffRef } from '../contract/index.ts'
import type { Application } from './application.ts'

interface Decision {
  readonly outcome: 'grant' | 'refuse'
  readonly reasons: string
}

/** The last of several signatures decides; a dissent is recorded, and stops the case until it is returned. */
export function allSignersSignTheSame(
  application: Application,
  step: Step,
  decision: Decision,
  signer: StaffRef,
): readonly NewEntry[] | Refusal {
  const { signers = 1 } = step
  if (signers === 1) return [{ kind: 'decided', content: decision }]
  const law = { rule: 'allSignersSignTheSame' }
  const signatures = application.proceedings?.signatures ?? []
  const [first] = signatures
  if (signatures.some(({ id }) => id === signer.id))
    return refuse('already-signed', { ...law, facts: { signed: signatures.length, signers } })
  if (signersDisagree(application)) return refuse('signers-disagree', law)
  const signed: NewEntry = { kind: 'signed', content: decision }
  if (signatures.length + 1 < signers || (first && first.outcome !== decision.outcome)) return [signed]
  const reasons = [...signatures.map((one) => one.reasons), decision.reasons].filter(Boolean)
  return [signed, { kind: 'decided', content: { ...decision, reasons: [...new Set(reasons)].join('\n') } }]
}

/** Whether this person's signature still counts: nobody signs twice, nor over a dissent. */
export function maySign(application: Application, id: string): boolean {
  const signatures = application.proceedings?.signatures ?? []
  return !signersDisagree(application) && !signatures.some((one) => one.id === id)
}

function signersDisagree({ proceedings }: Pick<Application, 'proceedings'>): boolean {
  return new Set(proceedings?.signatures.map(({ outcome }) => outcome)).size > 1
}

/** 退回环节 — back to a step that was concluded, with the reason; what came after it is done again. */
export function aCaseReturnsOnlyToAStepBehindIt(
  application: Application,
  item: ServiceItem,
  to: string,
  reason: string,
): readonly NewEntry[] | Refusal {
  const { step: from, stepsDone } = application
  if (from === undefined || to === from || !stepsDone.some((done) => done.step === to))
    return refuse('step-not-behind', {
      rule: 'aCaseReturnsOnlyToAStepBehindIt',
      facts: { step: item.steps.find((step) => step.id === to)?.name ?? { zh: to, en: to } },
    })
  return [{ kind: 'returned', content: { from, to, reason } }]
}
