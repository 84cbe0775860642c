import { maskName } from '@mashang/kit'
import type { ApplicationView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Application } from '../rules/application.ts'

/** How the result travels and was handed over; who collected it only for who needs it. */
export function deliveryViewOf(
  { city }: Pick<Inside, 'city'>,
  { posted, delivered, deliveredAt }: Application,
  masked: boolean,
): Pick<ApplicationView, 'postage' | 'delivered'> {
  const carrier = posted && city.carriers.find(({ id }) => id === posted.carrier)
  const collector = delivered?.collector
  return {
    postage: posted && {
      carrier: carrier?.name ?? { zh: posted.carrier },
      number: posted.number,
      at: posted.at,
      track: carrier?.track,
      received: deliveredAt !== undefined,
    },
    delivered: delivered && {
      how: delivered.how,
      at: deliveredAt ?? '',
      by: delivered.by,
      collector:
        collector && masked
          ? { as: collector.as, name: maskName(collector.name), idLast4: '****' }
          : collector,
    },
  }
}
