import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { CaseId, Submission } from './application.ts'
import { SignatureInput } from './signature.ts'
import { DRAFT_GATE, SIGNATURE_GATE } from './submission-gates.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const ownDraft = { for: 'some', citizen: true, row: 'own-draft' } as const

/** 电子签名 — signing a draft and submitting it. */
export const signingEndpoints = endpoints({
  getTextToSign: {
    method: 'GET',
    path: '/api/approvals/drafts/:id/text-to-sign',
    summary: {
      zh: '获取待签名的文本：所提交内容的摘要',
      en: 'The text that an enterprise signs: a digest of what it is about to submit',
    },
    access: ownDraft,
    params: Id,
    /** `text` is signed as it is, UTF-8; it changes with whatever is submitted. */
    output: Type.Object({ text: Type.String() }, strict),
    refusals: [...DRAFT_GATE],
  },
  submitSignedDraft: {
    method: 'POST',
    path: '/api/approvals/drafts/:id/submit-signed',
    summary: {
      zh: '用企业数字证书签名后提交',
      en: 'Submit a draft signed with the enterprise’s certificate',
    },
    access: ownDraft,
    params: Id,
    input: SignatureInput,
    output: Submission,
    refusals: [...DRAFT_GATE, ...SIGNATURE_GATE],
  },
})
