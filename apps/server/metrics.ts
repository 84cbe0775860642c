import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Numbers that are asked for when someone looks, not counted all the time. */
export interface Gauges {
  /** Connections of the pool: in use, idle, and requests that wait for one. */
  pool(): { readonly total: number; readonly idle: number; readonly waiting: number }
  /** Entries committed but not yet in the public log, and jobs waiting. */
  backlog(): Promise<{ readonly unsequenced: number; readonly jobs: number }>
}

export interface Metrics {
  observe(request: FastifyRequest, status: number, milliseconds: number): void
  text(): Promise<string>
  readonly type: string
}

export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'mashang_http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  addPool(registry, gauges)
  addBacklog(registry, gauges)
  return {
    observe(request, status, milliseconds) {
      const route = request.routeOptions.url ?? 'none'
      durations.labels(request.method, route, String(status)).observe(milliseconds / 1000)
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}

function addPool(registry: Registry, gauges: Gauges): void {
  new Gauge({
    name: 'mashang_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = gauges.pool()
      this.set({ state: 'busy' }, total - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
}

function addBacklog(registry: Registry, gauges: Gauges): void {
  new Gauge({
    name: 'mashang_backlog',
    help: 'Entries not yet in the public log, and jobs waiting',
    labelNames: ['of'],
    registers: [registry],
    async collect() {
      // Metrics must not fail with the database: they are what tells of it.
      const backlog = await gauges.backlog().catch(() => undefined)
      if (!backlog) return this.reset()
      this.set({ of: 'log' }, backlog.unsequenced)
      this.set({ of: 'jobs' }, backlog.jobs)
    },
  })
}

/** `/metrics` for Prometheus: with the token where one is set, else for this machine only. */
export function mountMetrics(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    const isLocal = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
    const isForwarded = request.headers['x-forwarded-for'] !== undefined
    const mayLook =
      token === undefined ? isLocal && !isForwarded : request.headers.authorization === `Bearer ${token}`
    if (!mayLook) return reply.callNotFound()
    return reply.type(metrics.type).send(await metrics.text())
  })
}
