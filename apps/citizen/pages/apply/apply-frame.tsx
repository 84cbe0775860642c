import type { Draft } from '@mashang/approvals/contract'
import { visibleFields } from '@mashang/flow'
import { formatDay } from '@mashang/kit'
import type { ReactNode } from 'react'
import { Said, useView } from '../../frame/view.tsx'
import { dayAndTime } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { GuideState } from '../guide/guide-head.tsx'
import { askedSections, type DraftInHand, materialPlan, pathOfSection } from './draft.ts'

/** Where one is: a section by its number, or one of the pages after the form. */
export type Place = number | 'materials' | 'delivery' | 'review'

interface Stage {
  readonly place: Place
  readonly label: ReactNode
  readonly href: string
  readonly done: boolean
}

/** The frame of every page of an application being filled in: whose it is, how far it is, and the page itself. */
export function ApplyFrame({
  hand,
  place,
  title,
  children,
}: {
  hand: DraftInHand
  place: Place
  title: ReactNode
  children: ReactNode
}) {
  const { say } = useView()
  const { applicant } = hand.draft
  return (
    <div className="wrap apply">
      <Progress hand={hand} place={place} />
      <div className="apply-main">
        <p className="apply-item">
          <Said of={hand.item.name} />
          {applicant.kind === 'enterprise' ? (
            <span className="tag">
              {say('企业申请', 'Enterprise')} <span className="code">{applicant.uscc}</span>
            </span>
          ) : (
            <span className="tag">{say('个人申请', 'In your own name')}</span>
          )}
        </p>
        <h1>{title}</h1>
        <GuideState guide={hand.guide} />
        {hand.draft.renewed ? <Renewed renewed={hand.draft.renewed} version={hand.item.version} /> : null}
        {children}
      </div>
    </div>
  )
}

/** The item changed under the applicant's hands: since when, and what he gave that is no longer asked. */
function Renewed({ renewed, version }: { renewed: NonNullable<Draft['renewed']>; version: number }) {
  const { language, say } = useView()
  const { begunWith, since, leftBehind } = renewed
  const day = formatDay(since, language)
  return (
    <Notice
      kind="soon"
      title={say(`这个事项自${day}起有了新要求`, `This service has new requirements from ${day}`)}
    >
      <p>
        {say(
          `您是按第 ${begunWith} 版开始填的，现在按第 ${version} 版提交。填过的都留着，请看看新增或改动的项目。`,
          `You began under version ${begunWith} and will submit under version ${version}. What you filled in is kept; please look for what is new.`,
        )}
      </p>
      {leftBehind.length > 0 ? (
        <>
          <p>
            {say(
              '下面这些在新要求里没有对应的项目，不会提交；用得上的可以抄到新项目里：',
              'The following has no place in the new form and will not be submitted; copy from it what you need:',
            )}
          </p>
          <ul className="plain">
            {leftBehind.map(({ label, text }) => (
              <li key={label.zh}>
                <Said of={label} />
                {say('：', ': ')}
                <Said of={text} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}

/** A line of names: which parts are filled in, which one this is, what comes. */
function Progress({ hand, place }: { hand: DraftInHand; place: Place }) {
  const { say } = useView()
  return (
    <nav className="progress" aria-label={say('填写进度', 'Progress')}>
      <ol>
        {stagesOf(hand, say).map((stage) => {
          const here = stage.place === place
          return (
            <li
              key={stage.href}
              className={here ? 'progress-here' : stage.done ? 'progress-done' : undefined}
            >
              <a href={stage.href} aria-current={here ? 'step' : undefined}>
                {stage.done && !here ? (
                  <Icon name="check" />
                ) : (
                  <span className="progress-dot" aria-hidden="true" />
                )}
                <span>
                  {stage.label}
                  {stage.done ? <span className="unseen">{say('（已填好）', ' (complete)')}</span> : null}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function stagesOf(hand: DraftInHand, say: (zh: string, en: string) => string): readonly Stage[] {
  const { draft, item, values, errors } = hand
  const wrong = new Set(errors.map(({ path }) => path))
  const sections = askedSections(hand, values).map((section): Stage => {
    const shown = visibleFields(section.fields, values)
    return {
      place: section.number,
      label: section.title ? <Said of={section.title} /> : say('填写内容', 'Your answers'),
      href: pathOfSection(draft, section),
      done: shown.every(({ id }) => !wrong.has(`form.${id}`)),
    }
  })
  const after: Stage[] = [
    ...(item.materials.length > 0
      ? [
          {
            place: 'materials' as const,
            label: say('上传材料', 'Documents'),
            href: `/drafts/${draft.id}/materials`,
            done: materialPlan(hand).missing.length === 0,
          },
        ]
      : []),
    ...(item.delivery.length > 1
      ? [
          {
            place: 'delivery' as const,
            label: say('送达方式', 'Delivery'),
            href: `/drafts/${draft.id}/delivery`,
            done: true,
          },
        ]
      : []),
    {
      place: 'review',
      label: say('核对提交', 'Check and submit'),
      href: `/drafts/${draft.id}/review`,
      done: false,
    },
  ]
  return [...sections, ...after]
}

/** The page after this one, and the one before. */
export function neighbours(hand: DraftInHand, place: Place): { before?: string; after: string } {
  const stages = stagesOf(hand, (zh) => zh)
  const at = stages.findIndex((stage) => stage.place === place)
  const before = stages[at - 1]?.href
  return { ...(before ? { before } : {}), after: stages[at + 1]?.href ?? `/drafts/${hand.draft.id}/review` }
}

export function BackLink({ href }: { href: string | undefined }) {
  const { say } = useView()
  if (!href) return null
  return (
    <a className="button button-second" href={href}>
      {say('上一步', 'Back')}
    </a>
  )
}

/** Says that what was typed is kept, and when. The script keeps the time up to date. */
export function SavedAt({ at }: { at: string }) {
  const { language, say } = useView()
  return (
    <p className="hint saved" role="status">
      <Icon name="done" />
      <span>
        {say('已保存', 'Saved')}{' '}
        <time dateTime={at} data-saved="">
          {dayAndTime(at, language)}
        </time>
        {say('。可以随时离开，换一台设备登录后接着填。', '. You can leave and go on later, on any device.')}
      </span>
    </p>
  )
}
