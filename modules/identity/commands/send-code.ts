import { type Handler, isRefusal, refuse } from '@mashang/kit'
import type { CodePurpose } from '../contract/account.ts'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { maskedPhone } from '../rules/mask.ts'
import { dropCode, makeCode } from '../store/codes.ts'

const PURPOSE: Readonly<Record<CodePurpose, string>> = {
  'sign-in': '登录',
  'sign-up': '注册',
  'reset-password': '重设密码',
}

/** Sends the same way to every number, registered or not: the answer tells nothing about accounts. */
export function sendCode(inside: Inside): Handler<typeof identityEndpoints.sendCode> {
  const { db, clock, sender, settings } = inside
  return async ({ input: { phone, purpose } }) => {
    const code = await makeCode(db, phone, purpose, clock.now(), settings)
    if (isRefusal(code)) return code
    const minutes = Math.round(settings.codeValid / 60_000)
    const text = `【马上办】验证码 ${code}，用于${PURPOSE[purpose]}，${minutes} 分钟内有效。请勿告诉他人。Your code: ${code}.`
    try {
      await sender.send(phone, text, purpose)
    } catch {
      await dropCode(db, phone)
      return refuse('message-not-sent')
    }
    return {
      sentTo: maskedPhone(phone),
      validSeconds: Math.round(settings.codeValid / 1000),
      nextAfterSeconds: Math.round(settings.codeResendAfter / 1000),
      demo: settings.demo,
    }
  }
}
