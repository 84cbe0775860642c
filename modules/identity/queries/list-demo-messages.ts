import { type Handler, refuse } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { listDemoMessages } from '../store/demo-messages.ts'

/** Only of a demonstration: elsewhere there is nothing at this address. */
export function demoMessages(inside: Inside): Handler<typeof identityEndpoints.listDemoMessages> {
  return async () => {
    if (!inside.settings.demo) return refuse('demo-off')
    const rows = await listDemoMessages(inside.db, inside.clock.now())
    return {
      messages: rows.map(({ id, at, phone, body, purpose }) => ({
        id,
        at: at.toISOString(),
        phone,
        text: body,
        purpose,
      })),
    }
  }
}
