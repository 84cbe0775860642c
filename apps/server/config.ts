import { isAbsolute, join, resolve } from 'node:path'
import { SettingError, type Words } from '@mashang/kit'
import { LOG_LEVELS } from './settings.ts'

const ROLES = ['all', 'web', 'worker'] as const
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

/** Comes with the software, wherever it is started from. */
const DALIAN = join(import.meta.dirname, '../../definitions/dalian')

type Environment = Readonly<Record<string, string | undefined>>

/** Reads and checks every setting; throws `SettingError` naming the first that is wrong and what it should be. */
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

const ADDRESS: Words = {
  zh: '不带路径的地址，如 https://example.gov.cn',
  en: 'an address such as https://example.gov.cn, without a path',
}

type Reader = ReturnType<typeof readerOf>

function readerOf(environment: Environment) {
  // An empty variable is one that was not set: compose files and unit files leave such behind.
  const find = (name: string) => environment[name]?.trim() || undefined
  const wrong = (name: string, should: Words): never => {
    const given = `${name}=${environment[name] ?? ''}`
    throw new SettingError({
      zh: `设置 ${given} 不能用：应为${should.zh}。`,
      en: `${given} cannot be used: it should be ${should.en}.`,
    })
  }
  return {
    find,
    wrong,
    text: (name: string, otherwise: string) => find(name) ?? otherwise,
    integer(name: string, otherwise: number, least: number, most: number): number {
      const text = find(name)
      if (text === undefined) return otherwise
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most
        ? value
        : wrong(name, {
            zh: ` ${least} 到 ${most} 之间的整数`,
            en: `a whole number from ${least} to ${most}`,
          })
    },
    flag(name: string, otherwise: boolean): boolean {
      const text = find(name)?.toLowerCase()
      if (text === undefined) return otherwise
      if (['true', '1', 'yes', 'on'].includes(text)) return true
      return ['false', '0', 'no', 'off'].includes(text)
        ? false
        : wrong(name, { zh: ' true 或 false', en: 'true or false' })
    },
    oneOf<const T extends string>(name: string, values: readonly T[], otherwise: T): T {
      const text = find(name)
      if (text === undefined) return otherwise
      return (
        values.find((value) => value === text) ??
        wrong(name, { zh: `其中之一：${values.join('、')}`, en: `one of ${values.join(', ')}` })
      )
    },
    url(name: string, otherwise: string): string {
      const text = (find(name) ?? otherwise).replace(/\/+$/, '')
      const url = URL.canParse(text) ? new URL(text) : undefined
      const isPlain =
        url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
      return isPlain ? text : wrong(name, ADDRESS)
    },
  }
}

function readDatabaseUrl(read: Reader): string | undefined {
  const text = read.find('DATABASE_URL')
  if (text === undefined || /^postgres(ql)?:\/\/./.test(text)) return text
  // The value may hold a password, so it is not repeated.
  throw new SettingError({
    zh: '设置 DATABASE_URL 不能用：应以 postgresql:// 开头。',
    en: 'DATABASE_URL cannot be used: it should begin with postgresql://',
  })
}

function readSigning(read: Reader, folder: string): Config['signing'] {
  const path = read.find('SIGNING_PKCS12')
  if (path === undefined) return undefined
  return { pkcs12: absolute(folder, path), passphrase: read.text('SIGNING_PASSPHRASE', '') }
}

function readSms(read: Reader): Config['sms'] {
  const url = read.find('SMS_URL')
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:/.test(url))
    return read.wrong('SMS_URL', { zh: ' http 或 https 地址', en: 'an http or https address' })
  return { url, token: read.find('SMS_TOKEN') }
}

function readS3(read: Reader): S3Config | undefined {
  if (read.find('S3_ENDPOINT') === undefined) return undefined
  const need = (name: string): string => {
    const text = read.find(name)
    if (text === undefined) {
      throw new SettingError({
        zh: `缺少设置 ${name}：设了 S3_ENDPOINT 就需要它。`,
        en: `${name} is missing: S3_ENDPOINT is set, so it is needed.`,
      })
    }
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
