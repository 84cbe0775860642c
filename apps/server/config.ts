import { isAbsolute, join, resolve } from 'node:path'
import { OperatorError } from './operator-error.ts'

const ROLES = ['all', 'web', 'worker'] as const
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** Everything the server can be told from outside. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly role: (typeof ROLES)[number]
  /** Without it the embedded PostgreSQL is started inside the data folder. */
  readonly databaseUrl?: string
  readonly databaseConnections: number
  /** Absolute path: the embedded database, files, keys. */
  readonly dataFolder: string
  /** Absolute path: the profile of the city. */
  readonly cityFolder: string
  /** Where visitors reach the server, without a slash at the end. */
  readonly publicUrl: string
  /** Name of the public log; it can never be changed once the log has entries. */
  readonly logOrigin: string
  readonly s3?: S3Config
  readonly demo: boolean
  /** PKCS#12 file that documents are signed with; without it a demonstration identity is made. */
  readonly signing?: { readonly pkcs12: string; readonly passphrase: string }
  /** Gateway for one-time codes; see `createHttpSender`. */
  readonly sms?: { readonly url: string; readonly token?: string }
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number
  /** Requests a minute from one caller; 0 switches limits off. */
  readonly ratePerMinute: number
  readonly bodyMaxBytes: number
  readonly uploadMaxBytes: number
  /** Without it `/metrics` answers this machine only. */
  readonly metricsToken?: string
  /** Milliseconds that running requests get when the server is stopped. */
  readonly drainMs: number
}

export interface S3Config {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

interface Setting {
  readonly name: string
  readonly means: string
  /** As shown in the documentation. */
  readonly otherwise: string
}

/** Every environment variable the server reads; `docs/` and `mashang start --help` print this table. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', means: 'port to listen on; 0 takes a free one', otherwise: '8080' },
  { name: 'HOST', means: 'address to listen on; 0.0.0.0 for every network', otherwise: '127.0.0.1' },
  { name: 'ROLE', means: 'all, web (answers requests) or worker (log, subscribers, jobs)', otherwise: 'all' },
  { name: 'DATABASE_URL', means: 'a PostgreSQL 15 or later', otherwise: 'an embedded one in DATA' },
  { name: 'DATABASE_CONNECTIONS', means: 'connections at most', otherwise: '20' },
  { name: 'DATA', means: 'folder of the embedded database, files and keys', otherwise: './data' },
  { name: 'CITY', means: 'folder of the city profile', otherwise: 'definitions/dalian' },
  {
    name: 'PUBLIC_URL',
    means: 'address visitors use; https makes cookies Secure',
    otherwise: 'http://localhost:PORT',
  },
  { name: 'LOG_ORIGIN', means: 'name of the public log, for ever', otherwise: 'host of PUBLIC_URL + /log' },
  { name: 'S3_ENDPOINT', means: 'S3-compatible storage for files', otherwise: 'the folder DATA/files' },
  { name: 'S3_REGION', means: 'its region', otherwise: 'us-east-1' },
  { name: 'S3_BUCKET', means: 'its bucket', otherwise: 'mashang' },
  { name: 'S3_ACCESS_KEY_ID', means: 'its key', otherwise: '(required with S3_ENDPOINT)' },
  { name: 'S3_SECRET_ACCESS_KEY', means: 'its secret', otherwise: '(required with S3_ENDPOINT)' },
  { name: 'DEMO', means: 'true: one-time codes are shown in public on /demo/messages', otherwise: 'false' },
  {
    name: 'SMS_URL',
    means: 'gateway that takes POST {phone, text, purpose}',
    otherwise: '(no codes are sent)',
  },
  {
    name: 'SIGNING_PKCS12',
    means: 'file with the key that signs documents',
    otherwise: '(a demonstration key)',
  },
  { name: 'SIGNING_PASSPHRASE', means: 'its passphrase', otherwise: '(none)' },
  { name: 'SMS_TOKEN', means: 'its bearer token', otherwise: '(none)' },
  { name: 'LOG_LEVEL', means: LOG_LEVELS.join(', '), otherwise: 'info' },
  { name: 'TRUSTED_PROXIES', means: 'number of reverse proxies in front', otherwise: '0' },
  { name: 'RATE_PER_MINUTE', means: 'requests a minute from one caller; 0 for no limit', otherwise: '600' },
  { name: 'BODY_MAX_BYTES', means: 'largest JSON or form body', otherwise: '1048576' },
  { name: 'UPLOAD_MAX_BYTES', means: 'largest uploaded file', otherwise: '104857600' },
  { name: 'METRICS_TOKEN', means: 'bearer token of /metrics', otherwise: 'this machine only' },
  { name: 'DRAIN_MS', means: 'time for running requests when stopping', otherwise: '10000' },
]

/** Comes with the software, wherever it is started from. */
const DALIAN = join(import.meta.dirname, '../../definitions/dalian')

type Environment = Readonly<Record<string, string | undefined>>

/** Reads and checks every setting; throws `OperatorError` naming the first that is wrong and what it should be. */
export function readConfig(environment: Environment = process.env, folder: string = process.cwd()): Config {
  const read = readerOf(environment)
  const port = read.integer('PORT', 8080, 0, 65_535)
  const publicUrl = read.url('PUBLIC_URL', `http://localhost:${port}`)
  return {
    port,
    host: read.text('HOST', '127.0.0.1'),
    role: read.oneOf('ROLE', ROLES, 'all'),
    databaseUrl: readDatabaseUrl(read),
    databaseConnections: read.integer('DATABASE_CONNECTIONS', 20, 2, 500),
    dataFolder: absolute(folder, read.text('DATA', 'data')),
    cityFolder: absolute(folder, read.text('CITY', DALIAN)),
    publicUrl,
    logOrigin: read.text('LOG_ORIGIN', `${new URL(publicUrl).hostname}/log`),
    s3: readS3(read),
    demo: read.flag('DEMO', false),
    signing: readSigning(read, folder),
    sms: readSms(read),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, 0, 10),
    ratePerMinute: read.integer('RATE_PER_MINUTE', 600, 0, 10_000_000),
    bodyMaxBytes: read.integer('BODY_MAX_BYTES', 1 << 20, 1 << 10, 1 << 30),
    uploadMaxBytes: read.integer('UPLOAD_MAX_BYTES', 100 << 20, 1 << 10, Number.MAX_SAFE_INTEGER),
    metricsToken: read.find('METRICS_TOKEN'),
    drainMs: read.integer('DRAIN_MS', 10_000, 0, 600_000),
  }
}

/** Rendering pages in React's development mode takes ten times as long: where nobody asked for it, it is off. */
export function preferProduction(): void {
  process.env.NODE_ENV ??= 'production'
}

type Reader = ReturnType<typeof readerOf>

function readerOf(environment: Environment) {
  // An empty variable is one that was not set: compose files and unit files leave such behind.
  const find = (name: string) => environment[name]?.trim() || undefined
  const wrong = (name: string, should: string): never => {
    throw new OperatorError(`${name}=${environment[name] ?? ''} cannot be used: it should be ${should}.`)
  }
  return {
    find,
    wrong,
    text: (name: string, otherwise: string) => find(name) ?? otherwise,
    integer(name: string, otherwise: number, least: number, most: number): number {
      const text = find(name)
      if (text === undefined) return otherwise
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most ? value : wrong(name, `a whole number from ${least} to ${most}`)
    },
    flag(name: string, otherwise: boolean): boolean {
      const text = find(name)?.toLowerCase()
      if (text === undefined) return otherwise
      if (['true', '1', 'yes', 'on'].includes(text)) return true
      return ['false', '0', 'no', 'off'].includes(text) ? false : wrong(name, 'true or false')
    },
    oneOf<const T extends string>(name: string, values: readonly T[], otherwise: T): T {
      const text = find(name)
      if (text === undefined) return otherwise
      return values.find((value) => value === text) ?? wrong(name, `one of ${values.join(', ')}`)
    },
    url(name: string, otherwise: string): string {
      const text = (find(name) ?? otherwise).replace(/\/+$/, '')
      const url = URL.canParse(text) ? new URL(text) : undefined
      const isPlain =
        url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
      return isPlain ? text : wrong(name, 'an address such as https://example.gov.cn, without a path')
    },
  }
}

function readDatabaseUrl(read: Reader): string | undefined {
  const text = read.find('DATABASE_URL')
  if (text === undefined || /^postgres(ql)?:\/\/./.test(text)) return text
  // The value may hold a password, so it is not repeated.
  throw new OperatorError('DATABASE_URL cannot be used: it should begin with postgresql://')
}

function readSigning(read: Reader, folder: string): Config['signing'] {
  const path = read.find('SIGNING_PKCS12')
  if (path === undefined) return undefined
  return { pkcs12: absolute(folder, path), passphrase: read.text('SIGNING_PASSPHRASE', '') }
}

function readSms(read: Reader): Config['sms'] {
  const url = read.find('SMS_URL')
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:/.test(url)) return read.wrong('SMS_URL', 'an http or https address')
  return { url, token: read.find('SMS_TOKEN') }
}

function readS3(read: Reader): S3Config | undefined {
  if (read.find('S3_ENDPOINT') === undefined) return undefined
  const need = (name: string): string => {
    const text = read.find(name)
    if (text === undefined)
      throw new OperatorError(`${name} is missing: S3_ENDPOINT is set, so it is needed.`)
    return text
  }
  return {
    endpoint: read.url('S3_ENDPOINT', ''),
    region: read.text('S3_REGION', 'us-east-1'),
    bucket: read.text('S3_BUCKET', 'mashang'),
    accessKeyId: need('S3_ACCESS_KEY_ID'),
    secretAccessKey: need('S3_SECRET_ACCESS_KEY'),
  }
}

function absolute(folder: string, path: string): string {
  return isAbsolute(path) ? path : resolve(folder, path)
}
