import { type Handlers, isRefusal } from '@mashang/kit'
import type { deliveryEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { deliver, whatIsPostedCarriesItsTrackingNumber } from '../rules/delivery.ts'
import { anUploadIsRaisedBySeeingItsOriginal } from '../rules/evidence.ts'
import { nothingIsHandedOverWhileAFeeIsOwed } from '../rules/owed.ts'
import { commandOnCase } from './desk-command.ts'

/** What is seen and handed over between people: originals, and results. */
export function deliveryCommands(inside: Inside): Handlers<typeof deliveryEndpoints> {
  const { carriers } = inside.city
  const refuseWhileOwed = async (id: string) =>
    nothingIsHandedOverWhileAFeeIsOwed(await inside.fees.owes(id, 'before-delivery'))
  return {
    sawOriginal: (request) =>
      commandOnCase(inside, request, ({ application, item }) =>
        anUploadIsRaisedBySeeingItsOriginal(application, item, request.input.materials),
      ),
    listCarriers: async () => ({
      carriers: carriers.map(({ id, name, example }) => ({ id, name, example })),
    }),
    postResult: (request) =>
      commandOnCase(inside, request, async ({ id, application }) => {
        const posted = whatIsPostedCarriesItsTrackingNumber(application, carriers, request.input)
        return isRefusal(posted) ? posted : ((await refuseWhileOwed(id)) ?? posted)
      }),
    deliverResult: (request) =>
      commandOnCase(inside, request, async ({ id, application }) => {
        const { how, note = '', collector } = request.input
        const delivered = deliver(application, { how, note, ...(collector ? { collector } : {}) })
        return isRefusal(delivered) ? delivered : ((await refuseWhileOwed(id)) ?? delivered)
      }),
  }
}
