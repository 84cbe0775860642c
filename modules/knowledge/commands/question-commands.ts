import { type Handlers, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { StoredCase } from '@mashang/store'
import type { knowledgeEndpoints, QuestionView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { viewOf } from '../queries/question-view.ts'
import {
  anAnswerIsRatedOnce,
  aQuestionIsAnsweredOnce,
  aQuestionIsNotSentInACircle,
  aQuestionSaysWhatIsAsked,
  oneMayAskFurtherOnce,
} from '../rules/asking.ts'
import type { Question } from '../rules/question.ts'
import { standingOf } from '../rules/reading.ts'
import { type QuestionEntry, questionStream } from '../store/streams.ts'
import { askQuestion } from './ask-question.ts'
import { type CommandRequest, runCommand } from './command.ts'

type Commands = Pick<
  Handlers<typeof knowledgeEndpoints>,
  'askQuestion' | 'askFurther' | 'rateAnswer' | 'answerQuestion' | 'passOnQuestion'
>
type Rule = (question: Question) => readonly QuestionEntry[] | Refusal

/** A question that this reader may see; another's is told apart from none by nobody. */
export async function getQuestionFor(
  inside: Inside,
  id: string,
  who: Who,
): Promise<StoredCase<Question> | Refusal> {
  const found = await questionStream(inside).find(id)
  return found && standingOf(who, found.state) ? found : refuse('question-not-found')
}

export function questionCommands(inside: Inside): Commands {
  const run = (request: CommandRequest, rule: Rule, as: 'asker' | 'office') =>
    runCommand(
      inside,
      questionStream(inside),
      request,
      (id) => getQuestionFor(inside, id, request.who),
      (question) => (standingOf(request.who, question) === as ? rule(question) : refuse('not-allowed')),
    )
  const seen = async (
    request: CommandRequest & { readonly language: 'zh' | 'en' },
    written: StoredCase<Question> | Refusal,
  ): Promise<QuestionView | Refusal> =>
    isRefusal(written) ? written : viewOf(inside, written, request.who, request.language)
  return {
    askQuestion: (request) => askQuestion(inside, request),
    askFurther: async (request) => {
      const asksOnceMore: Rule = (question) => {
        const used = oneMayAskFurtherOnce(question, inside.limit.further)
        if (used) return used
        const text = aQuestionSaysWhatIsAsked(request.input.text)
        return isRefusal(text) ? text : [{ kind: 'asked-further', content: { text } }]
      }
      return seen(request, await run(request, asksOnceMore, 'asker'))
    },
    rateAnswer: async (request) => {
      const rates: Rule = (question) =>
        anAnswerIsRatedOnce(question) ?? [{ kind: 'rated', content: { helped: request.input.helped } }]
      return seen(request, await run(request, rates, 'asker'))
    },
    answerQuestion: async (request) => {
      const { text, cited } = request.input
      const answers: Rule = (question) =>
        aQuestionIsAnsweredOnce(question, cited, inside.laws) ?? [
          { kind: 'answered', content: { text: text.trim(), cited, organ: question.organ } },
        ]
      const written = await run(request, answers, 'office')
      if (!isRefusal(written)) await tellAsker(inside, written.state)
      return seen(request, written)
    },
    passOnQuestion: async (request) => {
      const { to, reason } = request.input
      const passes: Rule = (question) =>
        aQuestionIsNotSentInACircle(question, to, inside.organs) ?? [
          { kind: 'passed-on', content: { from: question.organ, to, reason: reason.trim() } },
        ]
      const written = await run(request, passes, 'office')
      return isRefusal(written) ? written : { to: getOrgan(inside, written.state.organ) }
    },
  }
}

async function tellAsker(inside: Inside, { asker, organ }: Question): Promise<void> {
  const { name } = getOrgan(inside, organ)
  await inside.tellPerson(asker.personId, `您的咨询，${name.zh}已经答复，请登录后在“我的咨询”查看。`)
}
