import type { BundleGuide } from '@mashang/bundles/contract'
import type { FormValues } from '@mashang/flow'
import { everyone, isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { Icon, ThemeIcon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { readPosted } from '../apply/draft.ts'
import { GuideParts } from './guide-parts.tsx'

const citizens = { for: 'some', citizen: true } as const

export const bundleGuideRoutes: readonly Route[] = [
  { method: 'GET', path: '/bundles/:bundle', access: everyone, show: showGuide },
  { method: 'GET', path: '/bundles/:bundle/start', access: citizens, show: showStart },
  { method: 'POST', path: '/bundles/:bundle/start', access: citizens, show: start },
]

/** The guide for the circumstances that stand in the address or were posted. */
async function guideOf({ bundles, request, needs }: Visit, given: Visit['request']['form']) {
  const params = { bundle: request.params.bundle ?? '' }
  const empty = await bundles.describeBundle({ params, input: { circumstances: {} } })
  if (isRefusal(empty)) return empty
  const answers = readPosted(empty.circumstances, given, {}, needs.now())
  return bundles.describeBundle({ params, input: { circumstances: { ...answers } } })
}

const isAsked = ({ circumstances }: BundleGuide, query: Visit['request']['query']) =>
  circumstances.some(({ id }) => id in query) || one(query, 'asked') !== ''

async function showGuide(visit: Visit): Promise<Shown> {
  const { request, view } = visit
  const guide = await guideOf(visit, request.query)
  if (isRefusal(guide)) return guide
  return {
    title: view.text(guide.name),
    description: view.text(guide.summary),
    section: 'items',
    crumbs: [{ href: '/bundles', label: view.say('一件事一次办', 'Asked for together') }],
    main: <Guide guide={guide} asked={isAsked(guide, request.query)} />,
  }
}

function startHref({ id, circumstances, answers }: BundleGuide): string {
  const query = new URLSearchParams(
    circumstances.flatMap((field) => {
      const value = answers[field.id]
      if (value === undefined) return []
      return [[field.id, value === true ? 'yes' : value === false ? 'no' : String(value)]]
    }),
  )
  return `/bundles/${id}/start?${query}`
}

function Guide({ guide, asked }: { guide: BundleGuide; asked: boolean }) {
  const { say, text } = useView()
  const isReady = asked && guide.errors.length === 0
  const errors = asked
    ? guide.errors.map(({ id, message }) => {
        const label = guide.circumstances.find((field) => field.id === id)?.label
        return { at: `field-${id}`, ...(label ? { label: text(label) } : {}), message }
      })
    : []
  return (
    <div className="wrap bundle">
      <Head guide={guide} />
      <ErrorSummary errors={errors} title={say('请先回答这几个问题', 'Please answer these first')} />
      <section aria-labelledby="can-i">
        <h2 id="can-i">{say('我能办吗', 'Can I')}</h2>
        <ul>
          {guide.conditions.map((condition) => (
            <li key={condition.zh}>
              <Said of={condition} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="circumstances" className="sheet">
        <h2 id="circumstances">{say('先说说您的情形', 'First, your circumstances')}</h2>
        <form method="get" action={`/bundles/${guide.id}#needed`} noValidate>
          <input type="hidden" name="asked" value="1" />
          {guide.circumstances.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              state={{
                value: (guide.answers as FormValues)[field.id],
                error: asked ? guide.errors.find(({ id }) => id === field.id)?.message : undefined,
                shown: true,
              }}
            />
          ))}
          <div className="buttons">
            <button type="submit" className={isReady ? 'button button-second' : 'button'}>
              {isReady ? say('情形变了，重新看', 'Look again') : say('看要办什么', 'See what I need')}
            </button>
          </div>
        </form>
      </section>
      <GuideParts guide={guide} isReady={isReady} />
      {isReady ? (
        <p className="buttons bundle-start">
          <a className="button" href={startHref(guide)}>
            {say('开始办：只填一张表', 'Start: one form for all')}
            <Icon name="next" />
          </a>
        </p>
      ) : (
        <p className="buttons">
          <a className="button button-second" href="#circumstances">
            {say('先回答情形，再开始办', 'Answer your circumstances, then start')}
          </a>
        </p>
      )}
    </div>
  )
}

function Head({ guide }: { guide: BundleGuide }) {
  return (
    <header className="bundle-head">
      <ThemeIcon name={guide.drawing} />
      <div>
        <h1>
          <Said of={guide.name} />
        </h1>
        <p>
          <Said of={guide.summary} />
        </p>
      </div>
    </header>
  )
}

/** What will be asked for, once more, before a draft is begun. */
async function showStart(visit: Visit): Promise<Shown> {
  const { request, view } = visit
  const guide = await guideOf(visit, request.query)
  if (isRefusal(guide)) return guide
  if (guide.errors.length > 0) return { redirect: `/bundles/${guide.id}?asked=1` }
  const title = view.say(`开始办：${guide.name.zh}`, `Start: ${view.text(guide.name)}`)
  return {
    title,
    section: 'items',
    focused: true,
    main: <Start guide={guide} title={title} csrfToken={request.csrfToken} query={request.query} />,
  }
}

function Start({
  guide,
  title,
  csrfToken,
  query,
}: {
  guide: BundleGuide
  title: string
  csrfToken: string
  query: Visit['request']['query']
}) {
  const { say } = useView()
  const parts = guide.parts.filter(({ needed }) => needed)
  const given = Object.fromEntries(guide.circumstances.map(({ id }) => [id, one(query, id)]))
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <p>
        {say(
          `按您的情形要办 ${parts.length} 项，边填边存，随时可以换手机、电脑接着填；填完一次提交。`,
          `Your circumstances call for ${parts.length} items. What you type is kept, so that you can go on on any device; everything is submitted at once.`,
        )}
      </p>
      <ul className="rows">
        {parts.map((part) => (
          <li key={part.id}>
            <p>
              <Said of={part.name} />
            </p>
            <p className="hint">
              <Said of={part.organ.name} />
            </p>
          </li>
        ))}
      </ul>
      <form method="post" action={`/bundles/${guide.id}/start`}>
        <Hidden values={{ _csrf: csrfToken, ...given }} />
        <div className="buttons">
          <button type="submit" className="button">
            {say('开始填写', 'Start the form')}
          </button>
          <a className="button button-second" href={`/bundles/${guide.id}`}>
            {say('回到指南', 'Back to the guide')}
          </a>
        </div>
      </form>
    </div>
  )
}

async function start(visit: Visit): Promise<Shown> {
  const { bundles, request } = visit
  const guide = await guideOf(visit, request.form)
  if (isRefusal(guide)) return guide
  const params = { bundle: guide.id }
  const begun = await bundles.startBundle({ params, input: { circumstances: guide.answers } })
  return isRefusal(begun) ? begun : { redirect: `/my/bundles/${begun.id}/sheets/main` }
}
