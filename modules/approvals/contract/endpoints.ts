import { applicationEndpoints } from './application-endpoints.ts'
import { cardEndpoints } from './card-endpoints.ts'
import { catalogueEndpoints } from './catalogue-endpoints.ts'
import { deliveryEndpoints } from './delivery-endpoints.ts'
import { deskEndpoints } from './desk-endpoints.ts'
import { entryEndpoints } from './entry-endpoints.ts'
import { evidenceEndpoints } from './evidence-endpoints.ts'
import { handlingEndpoints } from './handling-endpoints.ts'
import { licenceEndpoints } from './licence-endpoints.ts'
import { mandateEndpoints } from './mandate.ts'
import { officeEndpoints } from './office-endpoints.ts'
import { proceedingsEndpoints } from './proceedings-endpoints.ts'
import { quotaEndpoints } from './quota.ts'
import { signingEndpoints } from './signing-endpoints.ts'
import { windowEndpoints } from './window-endpoints.ts'

/** Every endpoint of the module. */
export const approvalsEndpoints = {
  ...catalogueEndpoints,
  ...entryEndpoints,
  ...applicationEndpoints,
  ...deskEndpoints,
  ...deliveryEndpoints,
  ...evidenceEndpoints,
  ...officeEndpoints,
  ...cardEndpoints,
  ...signingEndpoints,
  ...windowEndpoints,
  ...proceedingsEndpoints,
  ...licenceEndpoints,
  ...handlingEndpoints,
  ...quotaEndpoints,
  ...mandateEndpoints,
}
