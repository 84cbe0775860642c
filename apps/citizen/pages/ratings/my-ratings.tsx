import type { MyRating, RatingForm } from '@mashang/hall/contract'
import { isRefusal, type Refusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'
import { OneRating } from './one-rating.tsx'
import {
  errorsOf,
  formOf,
  givenFrom,
  NOTHING_TYPED,
  RatingInputs,
  type TypedRating,
  typedIn,
} from './rating-form.tsx'
import { KIND_WORDS } from './words.ts'

const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-rating' } as const

export const myRatingRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/ratings', access: citizens, show: list },
  { method: 'GET', path: '/my/ratings/:id', access: own, show: (visit) => show(visit) },
  { method: 'POST', path: '/my/ratings/:id', access: own, show: rate },
  { method: 'POST', path: '/my/ratings/:id/disown', access: own, show: disown },
]

const crumbs = ({ view }: Visit) => [
  { label: view.say('我的办件', 'My cases'), href: '/my/applications' },
  { label: view.say('我的评价', 'My ratings'), href: '/my/ratings' },
]

async function list(visit: Visit): Promise<Shown> {
  const { hall, view } = visit
  const [found, form] = await Promise.all([hall.listMyRatings({}), formOf(visit)])
  if (isRefusal(found)) return found
  if (isRefusal(form)) return form
  return {
    title: view.say('我的评价', 'My ratings'),
    section: 'mine',
    crumbs: crumbs(visit).slice(0, 1),
    main: <Mine ratings={found.ratings} form={form} />,
  }
}

function Mine({ ratings, form }: { ratings: readonly MyRating[]; form: RatingForm }) {
  const { say } = useView()
  const open = ratings.filter(({ given }) => !given)
  const given = ratings.filter((one) => one.given)
  return (
    <div className="wrap">
      <h1>{say('我的评价', 'My ratings')}</h1>
      {ratings.length === 0 ? (
        <Empty title={say('还没有可以评价的办件', 'Nothing to rate yet')}>
          <p>
            {say(
              '办件办结后、到窗口办过事后，就可以在这里评价。',
              'Once a case is concluded, or after a visit to a window, you can rate it here.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/my/applications">
              {say('查看我的办件', 'My cases')}
            </a>
          </p>
        </Empty>
      ) : null}
      <Lines ratings={open} title={say('可以评价', 'To rate')} form={form} />
      <Lines ratings={given} title={say('已经评价', 'Rated')} form={form} />
    </div>
  )
}

function Lines({ ratings, title, form }: { ratings: readonly MyRating[]; title: string; form: RatingForm }) {
  const { say, text } = useView()
  if (ratings.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="items">
        {ratings.map(({ id, item, kind, organ, number, at, given, answer, due }) => {
          const level = form.levels.find((one) => one.id === given?.level)
          return (
            <li key={id} className="item-line case-line">
              <h3 className="item-name">
                <a href={`/my/ratings/${id}`}>
                  <Said of={item.name} />
                  {say('：', ': ')}
                  {text(KIND_WORDS[kind])}
                </a>
              </h3>
              <p className="hint">
                <span className="code">{number}</span> · <Said of={organ.short} /> · <Day on={at} />
              </p>
              {level ? (
                <p>
                  {say('我的评价：', 'My rating: ')}
                  <b>
                    <Said of={level.name} />
                  </b>
                  {answer ? say('，已答复', ', answered') : null}
                  {due && !answer ? (
                    <>
                      {say('，整改答复不晚于', ', to be answered by ')}
                      <Day on={due} />
                    </>
                  ) : null}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface Wrong {
  readonly typed: TypedRating
  readonly refusal: Refusal | 'no-level'
}

async function show(visit: Visit, wrong?: Wrong): Promise<Shown> {
  const { request, hall, view } = visit
  const [found, form] = await Promise.all([
    hall.getMyRating({ params: { id: request.params.id ?? '' } }),
    formOf(visit),
  ])
  if (isRefusal(found)) return found
  if (isRefusal(form)) return form
  const title = view.say('评价', 'Rate') + view.say('：', ': ') + view.text(found.item.name)
  return {
    title: wrong ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'mine',
    focused: true,
    crumbs: crumbs(visit),
    ...(wrong ? { status: 422 } : {}),
    main: <RatingPage found={found} form={form} wrong={wrong} visit={visit} />,
  }
}

function RatingPage({
  found,
  form,
  wrong,
  visit,
}: {
  found: MyRating
  form: RatingForm
  wrong: Wrong | undefined
  visit: Visit
}) {
  const { say } = useView()
  const { csrfToken } = visit.request
  const may = found.actions.includes('rate') || found.actions.includes('rateAgain')
  return (
    <div className="wrap narrow case">
      <OneRating found={found} form={form} csrfToken={csrfToken} />
      {may ? (
        <section aria-labelledby="rate">
          <h2 id="rate">
            {found.given ? say('追评（一次）', 'Rate once more') : say('请您评价', 'Please rate')}
          </h2>
          {found.given ? (
            <Notice kind="info" level={3}>
              <p>
                {say(
                  '对整改和答复，您可以再评价一次；原来的评价保留。',
                  'You may rate once more, now that it was answered. Your first rating is kept.',
                )}
              </p>
            </Notice>
          ) : null}
          <RatingInputs
            action={`/my/ratings/${found.id}`}
            form={form}
            typed={wrong?.typed ?? NOTHING_TYPED}
            errors={errorsOf(wrong?.refusal, visit.view)}
            csrfToken={csrfToken}
            asks={found.given ? 'nothing' : 'all'}
          />
        </section>
      ) : null}
    </div>
  )
}

async function rate(visit: Visit): Promise<Shown> {
  const { request, hall } = visit
  const params = { id: request.params.id ?? '' }
  const [found, form] = await Promise.all([hall.getMyRating({ params }), formOf(visit)])
  if (isRefusal(found)) return found
  if (isRefusal(form)) return form
  const typed = typedIn(request.form)
  const input = givenFrom(typed, form)
  if (!input) return show(visit, { typed, refusal: 'no-level' })
  const answer = found.given ? await hall.rateAgain({ params, input }) : await hall.rate({ params, input })
  return isRefusal(answer)
    ? show(visit, { typed, refusal: answer })
    : { redirect: `/my/ratings/${params.id}` }
}

async function disown({ request, hall }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const answer = await hall.disownRating({
    params: { id },
    input: { reason: one(request.form, 'reason').trim().slice(0, 500) },
  })
  return isRefusal(answer) ? answer : { redirect: `/my/ratings/${id}` }
}
