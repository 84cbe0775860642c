import {
  CORRECTION_SUBJECTS,
  type CorrectionSubject,
  type DataRequest,
  type identityEndpoints,
} from '@mashang/identity/contract'
import { isRefusal, legalDayOf, type OutputOf, type Words } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Choices, Group, Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { messageAt, refusedInputs } from './refused-input.ts'

const citizens = { for: 'some', citizen: true, row: 'own-account' } as const
const PAGE = '/my/privacy'
const COPY = '/api/identity/privacy/copy'

export const privacyRoutes: readonly Route[] = [
  { method: 'GET', path: PAGE, access: citizens, show: (visit) => privacyScreen(visit, {}) },
  { method: 'POST', path: PAGE, access: citizens, perMinute: 20, show: askCorrection },
]

interface State {
  readonly errors?: readonly InputError[]
  readonly typed?: { readonly subject: string; readonly text: string }
}
type Looks = OutputOf<(typeof identityEndpoints)['listLooks']>

/** 个人信息保护法 44–46: who looked at my data, a copy of it, its correction. */
async function privacyScreen(visit: Visit, state: State): Promise<Shown> {
  const { identity, approvals, view, request } = visit
  const before = one(request.query, 'before')
  const [looks, asked, browse] = await Promise.all([
    identity.listLooks({ query: before ? { before } : {} }),
    identity.listDataRequests({}),
    approvals.browse({}),
  ])
  if (isRefusal(looks)) return looks
  if (isRefusal(asked)) return asked
  if (isRefusal(browse)) return browse
  const organs = new Map(browse.organs.map(({ id, name }) => [id, name]))
  const title = view.say('我的个人信息', 'My personal data')
  return {
    title,
    section: 'mine',
    crumbs: [{ label: view.say('我的账号', 'My account'), href: '/my/account' }],
    ...(state.errors ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        {one(request.query, 'done') ? (
          <Notice kind="done">
            {view.say(
              '已收到您的更正请求，答复会显示在这里。',
              'Your request was received; the answer will stand here.',
            )}
          </Notice>
        ) : null}
        <ErrorSummary errors={state.errors ?? []} />
        <LooksAtMe looks={looks} organs={organs} isFirst={before === ''} />
        <Copy />
        <Correction requests={asked.requests} state={state} csrfToken={request.csrfToken} />
      </div>
    ),
  }
}

function LooksAtMe({
  looks: { looks, next },
  organs,
  isFirst,
}: {
  looks: Looks
  organs: ReadonlyMap<string, { zh: string; en?: string }>
  isFirst: boolean
}) {
  const { say } = useView()
  return (
    <section className="sheet" aria-labelledby="looks">
      <h2 id="looks">{say('谁看过我的信息', 'Who looked at my data')}</h2>
      {looks.length === 0 ? (
        <p>
          {say(
            '还没有工作人员查看过。今后每一次查看都会记录在这里。',
            'No member of staff has looked yet. Every look will be recorded here.',
          )}
        </p>
      ) : (
        <ul className="rows">
          {togetherOf(looks).map(({ look, times }) => (
            <li key={look.id}>
              <p>
                <Moment at={look.at} /> · <b lang="zh-CN">{look.by}</b>
                {look.organ && organs.get(look.organ) ? (
                  <>
                    {say('（', ' (')}
                    <Said of={organs.get(look.organ) ?? { zh: look.organ }} />
                    {say('）', ')')}
                  </>
                ) : null}
                <br />
                <span className="hint">
                  {say(look.reason.zh, look.reason.en)}
                  {say('：', ': ')}
                  {look.about.href ? (
                    <a href={look.about.href}>{say(look.about.title.zh, look.about.title.en)}</a>
                  ) : (
                    say(look.about.title.zh, look.about.title.en)
                  )}{' '}
                  {look.about.number}
                  {times > 1 ? say(`（当天共 ${times} 次）`, ` (${times} times that day)`) : ''}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        {next ? (
          <a href={`${PAGE}?${new URLSearchParams({ before: next })}`}>{say('更早的', 'Earlier')}</a>
        ) : null}{' '}
        {isFirst ? null : <a href={PAGE}>{say('回到最近的', 'Back to the latest')}</a>}
      </p>
    </section>
  )
}

type OneLook = Looks['looks'][number]

/** Looks of one person at one thing for one reason, one after the other on one day, are one line. */
function togetherOf(looks: Looks['looks']): readonly { readonly look: OneLook; readonly times: number }[] {
  const lines: { look: OneLook; times: number }[] = []
  for (const look of looks) {
    const last = lines.at(-1)
    if (last && kindOf(last.look) === kindOf(look)) last.times++
    else lines.push({ look, times: 1 })
  }
  return lines
}

function kindOf({ at, by, organ, reason, about }: OneLook): string {
  return [legalDayOf(at), by, organ, reason.zh, about.title.zh, about.number].join('|')
}

function Copy() {
  const { say } = useView()
  return (
    <section className="sheet" aria-labelledby="copy">
      <h2 id="copy">{say('下载副本', 'Take a copy')}</h2>
      <p>
        {say(
          '本系统保存的您的账号、申请和材料清单、草稿、证照、缴费、评价、咨询、帮办代办和各种请求，整理成一个文件（JSON），可以转交给其他系统。',
          'Your account, applications with their lists of materials, drafts, licences, payments, ratings, questions, help and requests as kept here, in one file (JSON) that other systems can read.',
        )}
      </p>
      <p>
        <a className="button button-second" href={COPY}>
          {say('下载我的个人信息', 'Download my data')}
        </a>
      </p>
    </section>
  )
}

const SUBJECT_WORDS: Readonly<Record<CorrectionSubject, Words>> = {
  name: { zh: '姓名', en: 'My name' },
  'id-card': { zh: '身份证号', en: 'My identity number' },
  phone: { zh: '手机号', en: 'My mobile number' },
  case: { zh: '某个办件里的信息', en: 'Something in an application' },
  other: { zh: '其他', en: 'Something else' },
}

function Correction({
  requests,
  state,
  csrfToken,
}: {
  requests: readonly DataRequest[]
  state: State
  csrfToken: string
}) {
  const { say, text } = useView()
  const errors = state.errors ?? []
  return (
    <section className="sheet" aria-labelledby="correction">
      <h2 id="correction">{say('请求更正', 'Ask for a correction')}</h2>
      {requests.length > 0 ? (
        <ul className="rows">
          {requests.map((asked) => (
            <RequestRow key={asked.id} asked={asked} />
          ))}
        </ul>
      ) : null}
      <form method="post" action={PAGE}>
        <Hidden values={{ _csrf: csrfToken }} />
        <Group
          labelled={{
            id: 'subject',
            label: say('哪里不对', 'What is wrong'),
            error: messageAt(errors, 'subject'),
          }}
        >
          <Choices
            kind="radio"
            name="subject"
            options={CORRECTION_SUBJECTS.map((value) => ({ value, label: text(SUBJECT_WORDS[value]) }))}
            chosen={[state.typed?.subject ?? 'name']}
          />
        </Group>
        <InputBox
          labelled={{
            id: 'text',
            label: say('应当是什么，依据是什么', 'What it should be, and how that can be seen'),
            error: messageAt(errors, 'text'),
          }}
          name="text"
          rows={4}
          maxLength={1000}
          value={state.typed?.text ?? ''}
        />
        <div className="buttons">
          <button type="submit" className="button button-second">
            {say('提交请求', 'Send the request')}
          </button>
        </div>
      </form>
    </section>
  )
}

function RequestRow({ asked }: { asked: DataRequest }) {
  const { say, text } = useView()
  const standing = {
    open: say('待答复', 'Not answered yet'),
    corrected: say('✓ 已更正', '✓ Corrected'),
    declined: say('未更正', 'Not corrected'),
  }[asked.status]
  return (
    <li>
      <div>
        <p>
          <b>{text(SUBJECT_WORDS[asked.subject])}</b> · {standing}
          <br />
          <span className="hint">
            <Day on={asked.askedAt} />
          </span>
        </p>
        <p className="said" lang="zh-CN">
          {asked.text}
        </p>
        {asked.answer ? (
          <p lang="zh-CN">
            {asked.answeredBy}：{asked.answer}
          </p>
        ) : null}
      </div>
    </li>
  )
}

async function askCorrection(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const [chosen, text] = [one(request.form, 'subject'), one(request.form, 'text').trim()]
  const subject = CORRECTION_SUBJECTS.find((known) => known === chosen) ?? 'other'
  const asked = await identity.askCorrection({ input: { subject, text } })
  if (!isRefusal(asked)) return { redirect: `${PAGE}?done=asked#correction` }
  const labels = {
    text: view.say('应当是什么', 'What it should be'),
    subject: view.say('哪里不对', 'What is wrong'),
  }
  return privacyScreen(visit, {
    errors: refusedInputs(asked, view, 'text', labels),
    typed: { subject, text },
  })
}
