import type { Refusal, Words } from '@mashang/kit'

interface ShownField {
  readonly path: string
  readonly code: string
  readonly words: Words
  readonly facts: Readonly<Record<string, unknown>>
}

/** A refusal with the words the server gave for it, in both languages. */
export interface ShownRefusal extends Refusal {
  readonly status: number
  readonly words: Words
  readonly fields: readonly ShownField[]
}

/** A refusal on its way through code that expects an exception (queries, boundaries). */
export class Refused extends Error {
  readonly refusal: ShownRefusal
  constructor(refusal: ShownRefusal) {
    super(`${refusal.code}: ${refusal.words.en}`)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** The refusal inside anything thrown; what is no refusal is a fault of our own and says so. */
export function refusalOf(error: unknown): ShownRefusal {
  return error instanceof Refused ? error.refusal : own('desk-fault')
}

/** Refusals that the desk itself finds, where no server has spoken. */
const OWN = {
  'no-connection': {
    zh: '连不上服务器，操作可能没有送达。请检查网络后再试一次；重复提交不会办理两次。',
    en: 'The server could not be reached, so the action may not have arrived. Check the network and try again; sending it twice does it once.',
  },
  'answer-unreadable': {
    zh: '服务器的回答无法读取，请稍后再试。',
    en: 'The answer of the server could not be read. Please try again later.',
  },
  'signed-in-as-another': {
    zh: '重新登录的是另一个账号，刚才的操作没有提交。',
    en: 'You signed in with another account, so the action was not sent.',
  },
  'desk-fault': {
    zh: '页面出了问题。请刷新后再试；如仍不行，请告诉系统管理员。',
    en: 'Something went wrong on this page. Reload it; if it happens again, tell an administrator.',
  },
} as const satisfies Record<string, Words>

export function own(code: keyof typeof OWN, status = 0): ShownRefusal {
  return { refused: true, code, status, words: OWN[code], facts: {}, fields: [] }
}

/** A refusal from problem details (RFC 9457); anything else the server may say becomes `answer-unreadable`. */
export function refusalFrom(body: unknown, status: number): ShownRefusal {
  if (!isRecord(body) || typeof body.code !== 'string') return own('answer-unreadable', status)
  const detail = typeof body.detail === 'string' ? body.detail : body.code
  return {
    refused: true,
    code: body.code,
    status,
    words: wordsFrom(body.words, detail),
    facts: isRecord(body.facts) ? body.facts : {},
    fields: Array.isArray(body.fields) ? body.fields.filter(isRecord).map(fieldFrom) : [],
    ...(typeof body.rule === 'string' ? { rule: body.rule } : {}),
    ...(typeof body.article === 'string' ? { article: body.article } : {}),
  }
}

function fieldFrom(field: Readonly<Record<string, unknown>>): ShownField {
  const code = String(field.code ?? '')
  const message = typeof field.message === 'string' ? field.message : code
  return {
    path: String(field.path ?? ''),
    code,
    words: wordsFrom(field.words, message),
    facts: isRecord(field.facts) ? field.facts : {},
  }
}

function wordsFrom(words: unknown, otherwise: string): Words {
  return isRecord(words) && typeof words.zh === 'string' && typeof words.en === 'string'
    ? { zh: words.zh, en: words.en }
    : { zh: otherwise, en: otherwise }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
