import Type, { type Static } from 'typebox'

/** A mainland mobile number, without +86. */
export const Phone = Type.String({
  pattern: '^1[3-9][0-9]{9}$',
  maxLength: 11,
  description: '手机号 mobile number',
})

/** A one-time code as typed by a person. */
export const OneTimeCode = Type.String({
  pattern: '^[0-9]{6}$',
  maxLength: 6,
  description: '验证码 one-time code',
})

/** A new password; the rule `passwordMustBeHardToGuess` looks at its content. */
export const NewPassword = Type.String({ minLength: 8, maxLength: 128, description: '新密码 new password' })

/** A password that is only compared. */
export const Password = Type.String({ minLength: 1, maxLength: 128, description: '密码 password' })

export const PersonName = Type.String({
  minLength: 2,
  maxLength: 40,
  pattern: '^[^\\s\\u0000-\\u001f<>][^\\u0000-\\u001f<>]*[^\\s\\u0000-\\u001f<>]$',
  description: '姓名 name as on the id card',
})

/** What a one-time code is asked for; the message says it, and a code for one purpose does not serve `reset-password`. */
export const CODE_PURPOSES = ['sign-in', 'sign-up', 'reset-password'] as const
export type CodePurpose = (typeof CODE_PURPOSES)[number]

/** 统一社会信用代码 — the credit code of an enterprise (GB 32100-2015), as typed; its check comes after. */
export const CreditCode = Type.String({ minLength: 1, maxLength: 40 })

/** 公民身份号码 — the identity number (GB 11643), as typed; its check comes after. */
export const IdCard = Type.String({ minLength: 1, maxLength: 40 })

/**
 * 经办人 — that a person acts for an enterprise.
 * `trust` is the grade of the evidence, A–D (D = self-declared).
 */
export const Enterprise = Type.Object({
  uscc: Type.String(),
  name: Type.String(),
  trust: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('D')]),
  /** Instant it was declared, ISO 8601. */
  since: Type.String(),
})
export type Enterprise = Static<typeof Enterprise>

/** A citizen's account as its owner sees it; number and id card are masked. */
export const CitizenView = Type.Object({
  phone: Type.String(),
  idCard: Type.String(),
  hasPassword: Type.Boolean(),
  enterprises: Type.Array(Enterprise),
})
export type CitizenView = Static<typeof CitizenView>

/** What other modules may ask about a person (`personOf`): unmasked, so each showing is a journaled look. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly idCard: string
  readonly enterprises: readonly Enterprise[]
}
