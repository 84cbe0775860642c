/** What the module asks of whoever takes payments online: a bank, a provincial platform, or the demonstration. */
import type { Refusal } from '@mashang/kit'
import type { PaidOrder } from './rules/pay.ts'

/** An order as it is given to a provider. */
export interface OrderToPay {
  readonly number: string
  /** Integer fen. */
  readonly amount: number
  readonly subject: string
  readonly expires: string
  /** Where the payer comes back to, on our site. */
  readonly backTo: string
}

export interface PaymentProvider {
  readonly id: string
  /** Tells the provider of an order; where the payer pays. */
  createOrder(order: OrderToPay): Promise<{ readonly payAt: string }>
  /** Asks what became of an order; undefined while nothing was paid. */
  query(order: string): Promise<PaidOrder | undefined>
  /** Reads a callback; one whose signature is not the provider's is refused. */
  readCallback(callback: SignedCallback): PaidOrder | Refusal
  /** Sends money back the way it came; the provider's reference. The same `refund` twice is one. */
  refund(refund: {
    readonly order: string
    readonly refund: string
    readonly amount: number
  }): Promise<string>
}

/** A callback as it comes in over the wire. */
export interface SignedCallback {
  readonly order: string
  readonly amount: number
  readonly at: string
  readonly reference: string
  readonly signature: string
}
