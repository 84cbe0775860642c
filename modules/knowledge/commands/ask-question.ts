import { actorOf, isRefusal, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { QuestionView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/question-view.ts'
import { aQuestionSaysWhatIsAsked } from '../rules/asking.ts'
import { type QuestionEntry, questionStream } from '../store/streams.ts'
import { answeredBefore } from './command.ts'

interface Asking {
  readonly who: Who
  readonly input: { readonly item: string; readonly application?: string; readonly text: string }
  readonly key: string
  readonly language: 'zh' | 'en'
}

/** 咨询: the question goes to the organ of its item, and its clock begins. */
export async function askQuestion(inside: Inside, asking: Asking): Promise<QuestionView | Refusal> {
  const { who, input, key, language } = asking
  if (who.kind !== 'citizen') return refuse('not-allowed')
  const stream = questionStream(inside)
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf(input)
  const answered = await answeredBefore(inside, stream, { actor, key, bodyDigest })
  if (answered) return isRefusal(answered) ? answered : viewOf(inside, answered, who, language)
  const item = await inside.findItem(input.item)
  if (!item) return refuse('item-not-found', { facts: { code: input.item } })
  const application = await applicationOf(inside, asking)
  if (isRefusal(application)) return application
  const text = aQuestionSaysWhatIsAsked(input.text)
  if (isRefusal(text)) return text
  const asked: QuestionEntry = {
    kind: 'asked',
    content: {
      item: { code: item.code, version: item.version },
      ...(application ? { application } : {}),
      organ: item.organ,
      asker: { personId: who.id, name: who.name },
      text,
    },
  }
  const once = { key, bodyDigest }
  const written = await stream.write({ id: uuidv7(), before: undefined, entries: [asked], actor, once })
  return isRefusal(written) ? written : viewOf(inside, written, who, language)
}

/** The own case it is about; another's is told apart from none by nobody. */
async function applicationOf(inside: Inside, { who, input, key, language }: Asking) {
  if (!input.application) return undefined
  const found = await inside.getApplication({
    ...{ who, key, language },
    params: { id: input.application },
    query: undefined,
    input: undefined,
  })
  if (isRefusal(found)) return found
  if (found.item.code !== input.item) return refuse('case-not-found')
  return { id: found.id, number: found.number }
}
