import type { ServiceItem } from '@mashang/flow'
import { actorOf, type Handlers, isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import { bodyDigestOf, type StoredCase } from '@mashang/store'
import type { FaqTexts, FaqView, knowledgeEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { faqViewOf } from '../queries/faq-view.ts'
import { onlyLawsOfTheCityAreCited } from '../rules/asking.ts'
import type { Faq } from '../rules/faq.ts'
import {
  aFaqIsDealtWithByItsStatus,
  type FaqAct,
  faqTextsMayBePublished,
  whoProposesDoesNotPublish,
} from '../rules/publishing.ts'
import { type FaqEntry, faqStream, questionStream } from '../store/streams.ts'
import { answeredBefore, type CommandRequest, runCommand } from './command.ts'
import { getQuestionFor } from './question-commands.ts'

type Commands = Pick<
  Handlers<typeof knowledgeEndpoints>,
  'proposeFaq' | 'publishFaq' | 'declineFaq' | 'confirmFaq' | 'withdrawFaq'
>

export function faqCommands(inside: Inside): Commands {
  const stream = faqStream(inside)
  const act = async (
    request: CommandRequest,
    name: FaqAct,
    rule: (
      faq: Faq,
      item: ServiceItem,
    ) => readonly FaqEntry[] | Refusal | Promise<readonly FaqEntry[] | Refusal>,
  ): Promise<FaqView | Refusal> => {
    const find = async (id: string) => (await stream.find(id)) ?? refuse('faq-not-found')
    const written = await runCommand(inside, stream, request, find, async (faq) => {
      const item = await inside.findItem(faq.item)
      if (!item) return refuse('item-not-found', { facts: { code: faq.item } })
      return aFaqIsDealtWithByItsStatus(faq, name) ?? rule(faq, item)
    })
    return isRefusal(written) ? written : faqViewOf(inside, written, request.who)
  }
  return {
    proposeFaq: (request) => proposeFaq(inside, request),
    publishFaq: async (request) => {
      const { input, who } = request
      const replaced = input.replaces ? await stream.find(input.replaces) : undefined
      if (input.replaces && !replaced) return refuse('faq-not-found')
      const published = await act(request, 'publish', async (faq, item) => {
        const shut = whoProposesDoesNotPublish(faq, actorOf(who).id) ?? fitsInItsPlace(replaced, faq)
        if (shut) return shut
        const texts = faqTextsMayBePublished(input, await namesBehind(inside, faq))
        if (isRefusal(texts)) return texts
        const replaces = replaced ? { replaces: replaced.id } : {}
        return [{ kind: 'published', content: { ...texts, version: item.version, ...replaces } }]
      })
      if (!isRefusal(published) && replaced) await supersede(inside, replaced, request.params.id, request)
      return published
    },
    declineFaq: (request) =>
      act(request, 'decline', () => [{ kind: 'declined', content: { reason: request.input.reason } }]),
    confirmFaq: (request) =>
      act(request, 'confirm', (_, { version }) => [{ kind: 'confirmed', content: { version } }]),
    withdrawFaq: (request) =>
      act(request, 'withdraw', () => [{ kind: 'withdrawn', content: { reason: request.input.reason } }]),
  }
}

/** Only what is published, of the same item, can be replaced. */
function fitsInItsPlace(replaced: StoredCase<Faq> | undefined, { item }: Faq): Refusal | undefined {
  if (!replaced) return undefined
  return replaced.state.item === item
    ? aFaqIsDealtWithByItsStatus(replaced.state, 'withdraw')
    : refuse('faq-not-found')
}

async function supersede(
  inside: Inside,
  before: StoredCase<Faq>,
  by: string,
  { who }: CommandRequest,
): Promise<void> {
  if (before.state.status !== 'published') return
  const entries: readonly FaqEntry[] = [{ kind: 'superseded', content: { by } }]
  await faqStream(inside).write({ id: before.id, before, entries, actor: actorOf(who) })
}

/** Names that must not stand in a text: whoever asked the question it was learnt from. */
async function namesBehind(inside: Inside, { from }: Pick<Faq, 'from'>): Promise<readonly string[]> {
  const question = from ? await questionStream(inside).find(from) : undefined
  return question ? [question.state.asker.name] : []
}

type Proposing = Parameters<Commands['proposeFaq']>[0]

/** An officer proposes what his organ has answered, or knows is often asked of its items. */
async function proposeFaq(inside: Inside, request: Proposing): Promise<FaqView | Refusal> {
  const { who, input, key } = request
  const stream = faqStream(inside)
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf(input)
  const answered = await answeredBefore(inside, stream, { actor, key, bodyDigest })
  if (answered) return isRefusal(answered) ? answered : faqViewOf(inside, answered, who)
  const item = await inside.findItem(input.item)
  if (!item) return refuse('item-not-found', { facts: { code: input.item } })
  if (who.kind !== 'staff') return refuse('not-allowed')
  if (input.from) {
    const question = await getQuestionFor(inside, input.from, who)
    if (isRefusal(question)) return question
  } else if (item.organ !== who.organ) return refuse('item-of-another-organ', { facts: { name: item.name } })
  const uncited = onlyLawsOfTheCityAreCited(input.cited, inside.laws)
  if (uncited) return uncited
  const texts: FaqTexts | Refusal = faqTextsMayBePublished(input, await namesBehind(inside, input))
  if (isRefusal(texts)) return texts
  const proposed: FaqEntry = {
    kind: 'proposed',
    content: {
      ...texts,
      item: { code: item.code, version: item.version },
      organ: who.organ,
      ...(input.from ? { from: input.from } : {}),
      cited: input.cited,
    },
  }
  const once = { key, bodyDigest }
  const written = await stream.write({ id: uuidv7(), before: undefined, entries: [proposed], actor, once })
  return isRefusal(written) ? written : faqViewOf(inside, written, who)
}
