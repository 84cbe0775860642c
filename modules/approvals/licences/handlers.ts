import type { Handlers } from '@mashang/kit'
import type { licenceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { importLicences } from './commands/import-licences.ts'
import { licenceCommands } from './commands/licence-commands.ts'
import { exportLicences } from './queries/export-licences.ts'
import { myLicences } from './queries/my-licences.ts'
import { listLicences } from './queries/register.ts'

/** Licences after they were issued: to their holders and to the organs. */
export function licenceHandlers(inside: Inside): Handlers<typeof licenceEndpoints> {
  return {
    ...myLicences(inside),
    ...licenceCommands(inside),
    listLicences: ({ who, query }) => listLicences(inside, who, query),
    exportLicences: ({ who, query }) => exportLicences(inside, who, query),
    importLicences: ({ who, upload }) => importLicences(inside, who, upload),
  }
}
