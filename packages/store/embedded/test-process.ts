/** A process that runs the embedded server on the folder it is given, for tests that kill or repeat it. */
import { startEmbedded } from './index.ts'

const [dataFolder = ''] = process.argv.slice(2)
const begun = Date.now()
try {
  const server = await startEmbedded({ dataFolder })
  console.log(JSON.stringify({ url: server.url, pid: server.pid, ms: Date.now() - begun }))
  process.stdin.on('data', () => {})
  process.stdin.once('end', async () => {
    await server.stop()
    process.exit(0)
  })
} catch (error) {
  console.log(JSON.stringify({ error: (error as Error).message }))
  process.exit(1)
}
