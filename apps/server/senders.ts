import type { MessageSender } from '@mashang/identity'
import type { Logger } from 'pino'

/**
 * The sender of a server that has no gateway yet: it refuses, and the log says what to do about it.
 * A code must never be written into a log, where others than the owner of the phone read it.
 */
export function createNoSender(log: Logger): MessageSender {
  return {
    async send(_phone, _text, purpose) {
      log.error({ purpose }, 'no SMS gateway is set up: set SMS_URL, or DEMO=true for a demonstration')
      throw new Error('no SMS gateway')
    },
  }
}

/** An SMS gateway behind a plain HTTP call: POST {phone, text, purpose} as JSON, any 2xx means taken. */
export function createHttpSender(gateway: { readonly url: string; readonly token?: string }): MessageSender {
  return {
    async send(phone, text, purpose) {
      const answer = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(gateway.token === undefined ? {} : { authorization: `Bearer ${gateway.token}` }),
        },
        body: JSON.stringify({ phone, text, purpose }),
        signal: AbortSignal.timeout(10_000),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
    },
  }
}
