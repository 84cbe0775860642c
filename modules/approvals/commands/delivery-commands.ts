import type { Handlers } from '@mashang/kit'
import type { deliveryEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { deliver, whatIsPostedCarriesItsTrackingNumber } from '../rules/delivery.ts'
import { anUploadIsRaisedBySeeingItsOriginal } from '../rules/evidence.ts'
import { commandOnCase } from './desk-command.ts'

/** What is seen and handed over between people: originals, and results. */
export function deliveryCommands(inside: Inside): Handlers<typeof deliveryEndpoints> {
  const { carriers } = inside.city
  return {
    sawOriginal: (request) =>
      commandOnCase(inside, request, ({ application, item }) =>
        anUploadIsRaisedBySeeingItsOriginal(application, item, request.input.materials),
      ),
    listCarriers: async () => ({
      carriers: carriers.map(({ id, name, example }) => ({ id, name, example })),
    }),
    postResult: (request) =>
      commandOnCase(inside, request, ({ application }) =>
        whatIsPostedCarriesItsTrackingNumber(application, carriers, request.input),
      ),
    deliverResult: (request) =>
      commandOnCase(inside, request, ({ application }) => {
        const { how, note = '', collector } = request.input
        return deliver(application, { how, note, ...(collector ? { collector } : {}) })
      }),
  }
}
