/**
 * 电子签名 — an enterprise signs what it is about to submit with its certificate; what was signed is journaled with it.
 */
import { actorOf, type Handlers, isRefusal, type Refusal, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { SignatureInput, signingEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import {
  aSubmissionIsSignedByItsApplicant,
  signedContent,
  textToSign,
  whatIsSubmittedIsWhatWasSigned,
} from '../rules/signature.ts'
import { type DraftRow, getDraftRow, toSubmit } from '../store/drafts.ts'
import { repeatedSubmission } from './draft-commands.ts'
import { type Prepared, prepare, submit } from './submit-application.ts'

type Signing = Handlers<typeof signingEndpoints>

const idOf = (who: Who) => (who.kind === 'citizen' ? who.id : '')

export function signingCommands(inside: Inside): Signing {
  return {
    getTextToSign: async ({ who, params }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return row
      const prepared = await prepareDraft(inside, who, row)
      return isRefusal(prepared) ? prepared : { text: textOf(row, prepared) }
    },
    submitSignedDraft: async ({ who, params, input, key }) => {
      const body = { draft: params.id, signature: input }
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return repeatedSubmission(inside, who, key, body, row)
      const prepared = await prepareDraft(inside, who, row)
      if (isRefusal(prepared)) return prepared
      const signature = await checkedSignature(inside, prepared, input, textOf(row, prepared))
      if (isRefusal(signature)) return signature
      const content = { ...prepared.content, signature }
      const gone = inside.db.deleteFrom('draft').where('id', '=', row.id)
      return submit(inside, actorOf(who), { ...prepared, content }, { key, bodyDigest: bodyDigestOf(body) }, [
        gone,
      ])
    },
  }
}

async function prepareDraft(inside: Inside, who: Who, row: DraftRow): Promise<Prepared | Refusal> {
  return prepare(inside, who, await toSubmit(inside, row))
}

function textOf(row: DraftRow, { content }: Prepared): string {
  return textToSign(row.id, bodyDigestOf(signedContent(content)))
}

async function checkedSignature(inside: Inside, { content }: Prepared, given: SignatureInput, text: string) {
  const changed = whatIsSubmittedIsWhatWasSigned(given.text, text)
  if (changed) return changed
  const signer = await inside.checkSignature(given, inside.clock.now())
  if (isRefusal(signer)) return signer
  return aSubmissionIsSignedByItsApplicant(content.applicant, signer) ?? { ...given, signer }
}
