import { resolve } from 'node:path'
import fastifyMultipart from '@fastify/multipart'
import underPressure from '@fastify/under-pressure'
import type { Identity } from '@mashang/identity'
import { type Refusal, refusalText, refuse, type Site, UploadFailure, uuidv7 } from '@mashang/kit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { refusalOf, sendProblem } from './answer.ts'
import { mountApi } from './api.ts'
import type { Config } from './config.ts'
import { cookieWriter } from './cookies.ts'
import { createDoor, type Door, type Mount } from './door.ts'
import { securityHeaders } from './headers.ts'
import { type Checks, mountHealth } from './health.ts'
import type { HttpParts } from './http-parts.ts'
import { createLimits, limitsByEndpoint } from './limits.ts'
import { methodsByAddress } from './methods.ts'
import { type Metrics, mountMetrics } from './metrics.ts'
import { mountOpenApi } from './openapi-page.ts'
import { mountSite, pageRequest, showTrouble } from './site.ts'
import { mountDesk, mountFolder, registerStatics } from './statics.ts'
import { findPosted } from './typed.ts'
import { createVisitors } from './visitor.ts'

type HttpConfig = Pick<
  Config,
  'publicUrl' | 'trustedProxies' | 'ratePerMinute' | 'bodyMaxBytes' | 'uploadMaxBytes' | 'metricsToken'
>

export interface HttpNeeds {
  readonly config: HttpConfig
  readonly log: Logger
  readonly identity: Pick<Identity, 'sessionOf' | 'machineOf'>
  readonly mounts: readonly Mount[]
  readonly metrics: Metrics
  readonly checks: Checks
  readonly isStopping: () => boolean
  readonly clock: { now(): Date }
  readonly site?: Site
  /** Folder of the built desk. */
  readonly deskFolder?: string
}

/** Everything that answers HTTP, ready to listen. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const { config, log, site } = needs
  const app = fastifyOf(config, log, (request, reply) => {
    void refuseAnswer(door, parts, site, request, reply, refuse('url-malformed'))
  })
  const secure = config.publicUrl.startsWith('https:')
  const cookies = cookieWriter(secure, needs.clock)
  const limits = { body: config.bodyMaxBytes, upload: config.uploadMaxBytes }
  app.decorateRequest('visitor', null)
  const limitOf = await createLimits(app, config.ratePerMinute)
  const parts: HttpParts = {
    visitors: createVisitors(needs.identity, cookies),
    cookies,
    headers: securityHeaders(secure),
    limitOf,
    limitFor: limitsByEndpoint(limitOf),
    publicOrigin: config.publicUrl,
    limits,
    takeMultipart: async (context) => {
      await context.register(fastifyMultipart, {
        throwFileSizeLimit: false,
        limits: { fileSize: limits.upload },
      })
    },
  }
  const door = createDoor(needs.mounts)
  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof UploadFailure ? error.refusal : refusalOf(error, request.id, limits)
    const { status } = refusalText(refusal.code)
    // Shedding load must not cost more than the load: its answers are counted and logged like all others.
    if (status >= 500 && refusal.code !== 'too-busy')
      request.log.error({ err: error, route: request.routeOptions.url }, 'failed')
    return refuseAnswer(door, parts, site, request, reply, refusal)
  })
  app.setNotFoundHandler((request, reply) => {
    return refuseAnswer(door, parts, site, request, reply, refuse('not-found'))
  })
  await registerLoad(app, needs)
  takeEmptyJson(app)
  mountHealth(app, needs.checks, needs.isStopping)
  mountMetrics(app, needs.metrics, config.metricsToken)
  await mountApi(app, door, parts)
  mountOpenApi(app, needs.mounts, parts.headers)
  await registerStatics(app, resolve(needs.deskFolder ?? '.'))
  if (needs.deskFolder && !mountDesk(app, needs.deskFolder, parts.headers)) {
    log.warn({ folder: needs.deskFolder }, 'the desk is not built here, so /desk/ is not served')
  }
  if (site?.assets) mountFolder(app, site.assets.prefix, site.assets.folder, parts.headers)
  if (site) await mountSite(app, site, door, parts)
  refuseOtherMethods(app, door, parts, site)
  return app
}

function fastifyOf(
  config: HttpConfig,
  log: Logger,
  onBadAddress: (request: FastifyRequest, reply: FastifyReply) => void,
): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'id' }),
    // An address that cannot be decoded reaches no route, hence no error handler either.
    frameworkErrors: (_, request, reply) =>
      onBadAddress(request as unknown as FastifyRequest, reply as unknown as FastifyReply),
    genReqId: () => uuidv7(),
    trustProxy: config.trustedProxies === 0 ? false : (_, hop) => hop < config.trustedProxies,
    bodyLimit: config.bodyMaxBytes,
    requestTimeout: 0,
    // Slow uploads are honest; slow headers are not.
    http: { headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300 },
  })
  return app as unknown as FastifyInstance
}

/** Times, logs and refuses when the event loop cannot keep up. */
async function registerLoad(app: FastifyInstance, { metrics, log }: HttpNeeds): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 5_000,
    sampleInterval: 1_000,
    exposeStatusRoute: false,
    pressureHandler: (_request, _reply, _type, delay) => {
      // Not measured yet: the first second after a start was too busy for a single sample.
      if (delay === Number.POSITIVE_INFINITY) return
      throw Object.assign(new Error('under pressure'), { code: 'FST_UNDER_PRESSURE' })
    },
  })
  const isLogged = log.isLevelEnabled('info')
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const ms = reply.elapsedTime
    metrics.observe(request, reply.statusCode, ms)
    if (isLogged) {
      const route = request.routeOptions.url ?? 'none'
      const by = request.visitor?.who.kind ?? 'anonymous'
      log.info(
        { id: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(ms), by },
        'answered',
      )
    }
    done()
  })
}

/** A write without input may say that its nothing is JSON. */
function takeEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString()
    if (text === '') return done(null, undefined)
    return parse(request, text, done)
  })
}

/** A refusal as problem details, or as a page where the visitor is looking at pages. */
async function refuseAnswer(
  door: Door,
  parts: HttpParts,
  site: Site | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  const visitor = request.visitor ?? parts.visitors.stranger(request)
  if (site && wantsPage(request)) {
    const asked = pageRequest(door, parts, request, visitor, {}, undefined)
    return showTrouble(site, parts, asked, reply, refusal, await findPosted(request, parts.publicOrigin))
  }
  reply.headers(parts.headers.plain)
  return sendProblem(reply, refusal, visitor.language)
}

const NOT_PAGES = /^\/(api|log|assets|desk\/assets|metrics|healthz|readyz|openapi\.json)(\/|$|\?)/

function wantsPage(request: FastifyRequest): boolean {
  return !NOT_PAGES.test(request.url) && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')
}

/** An address that exists, asked for with a method it does not take, is 405 with the methods it does. */
function refuseOtherMethods(
  app: FastifyInstance,
  door: Door,
  parts: HttpParts,
  site: Site | undefined,
): void {
  const methodsOf = methodsByAddress([
    ...door.entrances.map(({ endpoint }) => endpoint),
    ...(site?.pages ?? []),
  ])
  // Before any body is read: it will not be looked at.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return undefined
    const methods = methodsOf(request.url)
    if (methods.length === 0) return undefined
    reply.header('allow', methods.join(', '))
    const refusal = refuse('method-not-allowed', { facts: { method: request.method } })
    return refuseAnswer(door, parts, site, request, reply, refusal)
  })
}
