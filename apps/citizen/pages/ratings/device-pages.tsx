import type { CodeView, RatingForm } from '@mashang/hall/contract'
import { everyone, isRefusal, refuse } from '@mashang/kit'
import { preferHref } from '../../frame/preferences.ts'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Face } from './face.tsx'
import { formOf, givenFrom, NOTHING_TYPED } from './rating-form.tsx'
import { KIND_WORDS } from './words.ts'

/** 评价器: what the counter hands over. Five buttons, a confirmation, thanks; nothing else on the page. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', path: '/rate/:code/device', access: everyone, perMinute: 120, show },
  { method: 'POST', path: '/rate/:code/device', access: everyone, perMinute: 30, show: confirm },
  { method: 'POST', path: '/rate/:code/hand-over', access: everyone, perMinute: 30, show: handOver },
]

async function show(visit: Visit): Promise<Shown> {
  const { request, hall, view } = visit
  const code = request.params.code ?? ''
  const [found, form] = await Promise.all([hall.getByCode({ params: { code } }), formOf(visit)])
  if (isRefusal(found)) return found
  if (isRefusal(form)) return form
  const level = form.levels.find(({ id }) => id === one(request.query, 'level'))
  const { csrfToken } = request
  const main =
    view.who.kind === 'staff' ? (
      <SignOutFirst code={code} csrfToken={csrfToken} />
    ) : found.rated ? (
      <Thanks />
    ) : level ? (
      <Confirm code={code} found={found} level={level} form={form} csrfToken={csrfToken} />
    ) : (
      <Buttons code={code} found={found} form={form} />
    )
  return {
    title: view.say('请您评价', 'Please rate'),
    bare: true,
    main: <div className="device">{main}</div>,
  }
}

interface Shared {
  readonly code: string
  readonly found: CodeView
  readonly form: RatingForm
}

type Level = RatingForm['levels'][number]

function Head({ title, found }: { title: string; found: CodeView }) {
  const { text } = useView()
  return (
    <header>
      <h1>{title}</h1>
      <p>
        <Said of={found.item.name} /> · {text(KIND_WORDS[found.kind])}
      </p>
    </header>
  )
}

function Buttons({ code, found, form }: Shared) {
  const { say, language, url } = useView()
  return (
    <>
      <Head title={say('请您评价这次服务', 'Please rate this service')} found={found} />
      <ul className="device-levels">
        {form.levels.map(({ id, name }) => (
          <li key={id}>
            <a href={`/rate/${code}/device?level=${id}`} className={`device-level rate-${id}`}>
              <Face level={id} />
              <Said of={name} />
            </a>
          </li>
        ))}
      </ul>
      <p className="device-foot">
        <a href={preferHref({ language: language === 'zh' ? 'en' : 'zh' }, url)} lang={say('en', 'zh-CN')}>
          {say('English', '中文')}
        </a>
      </p>
    </>
  )
}

function Confirm({ code, found, form, level, csrfToken }: Shared & { level: Level; csrfToken: string }) {
  const { say, text } = useView()
  const side = level.bad ? 'bad' : 'good'
  return (
    <>
      <Head title={say(`您选的是：${text(level.name)}`, `You chose: ${text(level.name)}`)} found={found} />
      <form method="post" action={`/rate/${code}/device`} data-once="">
        <Hidden values={{ _csrf: csrfToken, level: level.id }} />
        <fieldset className="device-tags">
          <legend>{say('可以选理由，也可以不选', 'You may tick reasons, or none')}</legend>
          {form.tags
            .filter((tag) => tag.for === side)
            .map(({ id, words }) => (
              <div key={id} className="device-tag">
                <input type="checkbox" name="tags" value={id} id={`tag-${id}`} />
                <label htmlFor={`tag-${id}`}>
                  <Said of={words} />
                </label>
              </div>
            ))}
        </fieldset>
        <div className="device-end">
          <button type="submit" className="button">
            {say('确认评价', 'Confirm')}
          </button>
          <a className="button button-second" href={`/rate/${code}/device`}>
            {say('重新选', 'Choose again')}
          </a>
        </div>
      </form>
    </>
  )
}

function Thanks() {
  const { say } = useView()
  return (
    <header>
      <h1>{say('谢谢您的评价', 'Thank you for your rating')}</h1>
      <p>{say('请把屏幕交还窗口。', 'Please hand the screen back.')}</p>
    </header>
  )
}

/** A screen on which a member of staff is signed in is not handed over: neither the rating nor the desk would be safe. */
function SignOutFirst({ code, csrfToken }: { code: string; csrfToken: string }) {
  const { say } = useView()
  return (
    <>
      <header>
        <h1>{say('先退出工作台，再交给办事人', 'Sign out of the desk, then hand the screen over')}</h1>
        <p>
          {say(
            '这台设备上登录着工作人员。评价只能由办事人本人作出，工作人员登录时不能评价。',
            'A member of staff is signed in on this device. Only the person served rates; nobody does while staff are signed in.',
          )}
        </p>
        <p>
          {say(
            '也可以请办事人用自己的手机扫码，或者在窗口的评价器上打开。',
            'Or let the person scan the code with their own phone, or open it on the counter’s device.',
          )}
        </p>
      </header>
      <form method="post" action={`/rate/${code}/hand-over`} data-once="">
        <Hidden values={{ _csrf: csrfToken }} />
        <div className="device-end">
          <button type="submit" className="button">
            {say('退出工作台并交给办事人', 'Sign out and hand it over')}
          </button>
          <a className="button button-second" href="/desk">
            {say('返回工作台', 'Back to the desk')}
          </a>
        </div>
      </form>
    </>
  )
}

async function handOver({ request, identity }: Visit): Promise<Shown> {
  const done = await identity.signOut({})
  return isRefusal(done) ? done : { redirect: `/rate/${request.params.code ?? ''}/device` }
}

async function confirm(visit: Visit): Promise<Shown> {
  const { request, hall } = visit
  const code = request.params.code ?? ''
  const form = await formOf(visit)
  if (isRefusal(form)) return form
  const tags = request.form.tags ?? []
  const typed = {
    ...NOTHING_TYPED,
    level: one(request.form, 'level'),
    tags: typeof tags === 'string' ? [tags] : tags,
  }
  const input = givenFrom(typed, form)
  if (!input) return refuse('not-found')
  const answer = await hall.rateByCode({ params: { code }, input: { ...input, device: true } })
  return isRefusal(answer) && answer.code !== 'already-rated' ? answer : { redirect: `/rate/${code}/device` }
}
