import type { FastifyInstance } from 'fastify'

/** What must be well before requests are sent here: name → throws or rejects where it is not. */
export type Checks = Readonly<Record<string, () => Promise<void>>>

const PATIENCE = 2_000

/** `/healthz`: the process lives. `/readyz`: it can do its work; 503 while it cannot, or is about to stop. */
export function mountHealth(app: FastifyInstance, checks: Checks, isStopping: () => boolean): void {
  app.get('/healthz', async (_, reply) => {
    reply.header('cache-control', 'no-store')
    return { status: 'ok' }
  })
  app.get('/readyz', async (_, reply) => {
    const found = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await isWell(check)] as const),
    )
    const isReady = !isStopping() && found.every(([, well]) => well)
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store')
    return {
      status: isStopping() ? 'stopping' : isReady ? 'ready' : 'not ready',
      checks: Object.fromEntries(found.map(([name, well]) => [name, well ? 'ok' : 'failed'])),
    }
  })
}

async function isWell(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false)
  })
  try {
    return await Promise.race([check().then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
