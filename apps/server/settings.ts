import type { Words } from '@mashang/kit'

interface Setting {
  readonly name: string
  readonly means: Words
  /** What holds where it is not set. */
  readonly otherwise: string | Words
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** Every environment variable the server reads; `mashang start --help` prints this table. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'PORT',
    means: { zh: '监听端口；0 为任一空闲端口', en: 'port to listen on; 0 takes a free one' },
    otherwise: '8080',
  },
  {
    name: 'HOST',
    means: { zh: '监听地址；0.0.0.0 为全部网络', en: 'address to listen on; 0.0.0.0 for every network' },
    otherwise: '127.0.0.1',
  },
  {
    name: 'ROLE',
    means: {
      zh: 'all 全部，web 只应答请求，worker 只做日志、订阅和后台任务',
      en: 'all, web (answers requests) or worker (log, subscribers, jobs)',
    },
    otherwise: 'all',
  },
  {
    name: 'DATABASE_URL',
    means: { zh: 'PostgreSQL 15 或更高版本', en: 'a PostgreSQL 15 or later' },
    otherwise: { zh: 'DATA 里内嵌的数据库', en: 'an embedded one in DATA' },
  },
  {
    name: 'DATABASE_CONNECTIONS',
    means: { zh: '数据库连接数上限', en: 'connections at most' },
    otherwise: '20',
  },
  {
    name: 'DATA',
    means: {
      zh: '内嵌数据库、文件和密钥所在的文件夹',
      en: 'folder of the embedded database, files and keys',
    },
    otherwise: './data',
  },
  {
    name: 'CITY',
    means: { zh: '城市定义的文件夹', en: 'folder of the city profile' },
    otherwise: 'definitions/dalian',
  },
  {
    name: 'PUBLIC_URL',
    means: {
      zh: '访问者使用的地址；用 https 时 cookie 带 Secure',
      en: 'address visitors use; https makes cookies Secure',
    },
    otherwise: 'http://localhost:PORT',
  },
  {
    name: 'LOG_ORIGIN',
    means: { zh: '公开日志的名称，定下后不再改', en: 'name of the public log, for ever' },
    otherwise: { zh: 'PUBLIC_URL 的主机名 + /log', en: 'host of PUBLIC_URL + /log' },
  },
  {
    name: 'S3_ENDPOINT',
    means: { zh: '存放文件的 S3 兼容存储', en: 'S3-compatible storage for files' },
    otherwise: { zh: '文件夹 DATA/files', en: 'the folder DATA/files' },
  },
  { name: 'S3_REGION', means: { zh: '它的区域', en: 'its region' }, otherwise: 'us-east-1' },
  { name: 'S3_BUCKET', means: { zh: '它的存储桶', en: 'its bucket' }, otherwise: 'mashang' },
  {
    name: 'S3_ACCESS_KEY_ID',
    means: { zh: '它的访问密钥编号', en: 'its key' },
    otherwise: { zh: '（设了 S3_ENDPOINT 时必填）', en: '(required with S3_ENDPOINT)' },
  },
  {
    name: 'S3_SECRET_ACCESS_KEY',
    means: { zh: '它的访问密钥', en: 'its secret' },
    otherwise: { zh: '（设了 S3_ENDPOINT 时必填）', en: '(required with S3_ENDPOINT)' },
  },
  {
    name: 'DEMO',
    means: {
      zh: 'true：验证码公开显示在 /demo/messages',
      en: 'true: one-time codes are shown in public on /demo/messages',
    },
    otherwise: 'false',
  },
  {
    name: 'SMS_URL',
    means: {
      zh: '短信网关，接受 POST {phone, text, purpose}',
      en: 'gateway that takes POST {phone, text, purpose}',
    },
    otherwise: { zh: '（不发验证码）', en: '(no codes are sent)' },
  },
  {
    name: 'SMS_TOKEN',
    means: { zh: '短信网关的令牌（bearer）', en: 'its bearer token' },
    otherwise: { zh: '（无）', en: '(none)' },
  },
  {
    name: 'SIGNING_PKCS12',
    means: { zh: '签署文书的密钥文件（PKCS #12）', en: 'file with the key that signs documents' },
    otherwise: { zh: '（演示密钥）', en: '(a demonstration key)' },
  },
  {
    name: 'SIGNING_PASSPHRASE',
    means: { zh: '密钥文件的口令', en: 'its passphrase' },
    otherwise: { zh: '（无）', en: '(none)' },
  },
  { name: 'LOG_LEVEL', means: { zh: LOG_LEVELS.join('、'), en: LOG_LEVELS.join(', ') }, otherwise: 'info' },
  {
    name: 'TRUSTED_PROXIES',
    means: { zh: '前面反向代理的层数', en: 'number of reverse proxies in front' },
    otherwise: '0',
  },
  {
    name: 'RATE_PER_MINUTE',
    means: {
      zh: '每个来源每分钟的请求数上限；0 为不限',
      en: 'requests a minute from one caller; 0 for no limit',
    },
    otherwise: '600',
  },
  {
    name: 'BODY_MAX_BYTES',
    means: { zh: 'JSON 或表单的大小上限（字节）', en: 'largest JSON or form body' },
    otherwise: '1048576',
  },
  {
    name: 'UPLOAD_MAX_BYTES',
    means: { zh: '上传文件的大小上限（字节）', en: 'largest uploaded file' },
    otherwise: '104857600',
  },
  {
    name: 'METRICS_TOKEN',
    means: { zh: '/metrics 的令牌（bearer）', en: 'bearer token of /metrics' },
    otherwise: { zh: '只限本机', en: 'this machine only' },
  },
  {
    name: 'DRAIN_MS',
    means: { zh: '停止时留给进行中请求的时间（毫秒）', en: 'time for running requests when stopping' },
    otherwise: '10000',
  },
]
