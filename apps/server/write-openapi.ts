import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TABLES } from './modules.ts'
import { openApiFile } from './openapi.ts'

/** `npm run openapi`: writes the description of the interface anew after a contract was changed. */
writeFileSync(fileURLToPath(new URL('../../openapi.json', import.meta.url)), openApiFile(TABLES))
