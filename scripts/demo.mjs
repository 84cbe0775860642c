/**
 * `npm run demo [-- --port 8080 --data ./data/demo]`: installs, builds what is missing, starts the embedded
 * PostgreSQL, loads the demo city and serves it.
 */
import { parseArgs } from 'node:util'
import { ensureBundle, ensureDesk, ensureInstalled, run } from './ensure.mjs'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    host: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  console.log('npm run demo -- [--port 8080] [--host 127.0.0.1] [--data data/demo]')
  process.exit(0)
}

ensureInstalled()
ensureDesk()
run(process.execPath, [ensureBundle('demo')], {
  env: {
    ...process.env,
    DEMO: 'true',
    PORT: values.port ?? process.env.PORT ?? '8080',
    HOST: values.host ?? process.env.HOST ?? '127.0.0.1',
    DATA: values.data ?? process.env.DATA ?? 'data/demo',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  },
})
