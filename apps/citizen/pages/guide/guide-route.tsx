import type { EntryView, ItemGuide } from '@mashang/approvals/contract'
import { everyone, isRefusal } from '@mashang/kit'
import type { PublicAnswer } from '@mashang/knowledge/contract'
import { one, type Route } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { GuideAside, GuideHead, GuideState } from './guide-head.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import {
  GuideBasis,
  GuideConditions,
  GuideFaq,
  GuideFees,
  GuideLimits,
  GuideRelated,
  GuideResult,
  GuideWindows,
} from './guide-parts.tsx'
import { GuideSituations } from './guide-situations.tsx'
import { GuideSteps } from './guide-steps.tsx'

/** 草案 as a citizen will read it, for those who write it. */
export const draftGuideRoute: Route = {
  method: 'GET',
  path: '/items/:code/draft/:version',
  access: { for: 'some', staff: ['catalogue-editor', 'administrator'] },
  async show({ request, approvals, view }) {
    const { code = '', version = '' } = request.params
    const guide = await approvals.previewItem({ params: { code, version: Number(version) } })
    if (isRefusal(guide)) return guide
    const title = `${view.say('草案：', 'Draft: ')}${view.text(guide.item.name)}`
    return { title, section: 'items', main: <Guide guide={guide} answers={[]} /> }
  },
}

export const guideRoute: Route = {
  method: 'GET',
  path: '/items/:code',
  access: everyone,
  shared: true,
  async show({ request, approvals, knowledge, view }) {
    const asked = one(request.query, 'version')
    const params = { code: request.params.code ?? '' }
    const query = /^[1-9]\d{0,5}$/.test(asked) ? { version: Number(asked) } : {}
    const [guide, entry] = await Promise.all([
      approvals.getItemGuide({ params, query }),
      approvals.getEntry({ params }),
    ])
    if (isRefusal(guide)) return guide
    const found = await knowledge.findAnswers({ query: { item: guide.item.code } })
    if (isRefusal(found)) return found
    const title = view.text(guide.item.name)
    const summary = guide.item.summary
    return {
      title,
      ...(summary ? { description: view.text(summary) } : {}),
      section: 'items',
      crumbs: [
        { label: view.say('办事', 'Services'), href: '/items' },
        {
          label: view.text(guide.organ.short),
          href: `/items?${new URLSearchParams({ organ: guide.organ.id })}`,
        },
      ],
      main: (
        <Guide
          guide={guide}
          entry={isRefusal(entry) ? undefined : entry}
          answers={guide.status === 'superseded' ? [] : found.answers}
        />
      ),
    }
  },
}

interface GuideParts {
  readonly guide: ItemGuide
  readonly entry?: EntryView | undefined
  readonly answers: readonly PublicAnswer[]
}

/** 办事指南 — answers in the order people ask: can I, what do I need, how long, how much, where; then how it goes. */
function Guide({ guide, entry, answers }: GuideParts) {
  return (
    <article className="wrap guide">
      <GuideHead guide={guide} />
      {entry ? <GuideSituations entry={entry} /> : null}
      <GuideState guide={guide} />
      <GuideAside guide={guide} />
      <div className="guide-main">
        <Contents />
        <GuideConditions guide={guide} />
        <GuideMaterials guide={guide} />
        <GuideLimits guide={guide} />
        <GuideFees guide={guide} />
        <GuideWindows guide={guide} />
        <GuideSteps guide={guide} />
        <GuideBasis guide={guide} />
        <GuideResult guide={guide} />
        <GuideFaq guide={guide} answers={answers} />
        <GuideRelated guide={guide} />
      </div>
    </article>
  )
}

function Contents() {
  const { say } = useView()
  const entries: readonly (readonly [string, string, boolean])[] = [
    ['conditions', say('我能办吗', 'Can I apply'), true],
    ['materials', say('要带什么', 'What I need'), true],
    ['limits', say('多久办好', 'How long'), true],
    ['fees', say('收多少钱', 'How much'), true],
    ['windows', say('到哪里办', 'Where'), true],
    ['steps', say('怎么办', 'The steps'), true],
    ['basis', say('法律依据', 'Legal basis'), true],
    ['result', say('办成得到什么', 'The result'), true],
    ['faq', say('常见问题', 'Questions'), true],
  ]
  return (
    <nav className="contents" aria-label={say('本页内容', 'On this page')}>
      <ul>
        {entries
          .filter(([, , there]) => there)
          .map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
