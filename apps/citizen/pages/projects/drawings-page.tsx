/** 联合审图 — one set of drawings for all offices; all comments together, each answered with the new version. */
import { isRefusal, type Refusal } from '@mashang/kit'
import type { DrawingComment, DrawingsView } from '@mashang/projects/contract'
import { drained } from '../../frame/drained.ts'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { FileName } from '../../parts/files.tsx'
import { DefaultButton, Hidden, InputBox, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { after, DocumentLink, idOf, JointPage, messageOf, Offices, own } from './joint-parts.tsx'

const PATH = '/projects/:id/drawings'
const hrefOf = (visit: Visit) => `/projects/${idOf(visit)}/drawings`

export const drawingsRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: own, show: (visit) => screen(visit) },
  { method: 'POST', path: PATH, access: own, perMinute: 600, show: give },
  { method: 'POST', path: `${PATH}/files`, access: own, takes: 'multipart', perMinute: 300, show: upload },
  { method: 'POST', path: `${PATH}/files/remove`, access: own, show: remove },
]

async function upload(visit: Visit): Promise<Shown> {
  let refused: Refusal | undefined
  for await (const { upload: file } of visit.request.uploads) {
    const params = { id: idOf(visit) }
    const added = await visit.projects.addDrawing({ params, upload: drained(file) })
    if (isRefusal(added)) refused = added
  }
  return refused ? screen(visit, refused, 'file') : { redirect: `${hrefOf(visit)}#give` }
}

function remove(visit: Visit): Promise<Shown> {
  const params = { id: idOf(visit), digest: one(visit.request.form, 'digest') }
  return after(visit.projects.dropDrawing({ params }), `${hrefOf(visit)}#give`, (refusal) =>
    screen(visit, refusal, 'file'),
  )
}

/** What was typed is kept first, whatever becomes of the rest. */
async function give(visit: Visit): Promise<Shown> {
  const { form } = visit.request
  const params = { id: idOf(visit) }
  const answers = Object.fromEntries(
    Object.keys(form)
      .filter((name) => name.startsWith('answer-'))
      .map((name) => [name.slice('answer-'.length), one(form, name)]),
  )
  const saved = await visit.projects.saveAnswers({ params, input: { answers } })
  if (isRefusal(saved)) return saved
  if (one(form, '_step') === 'save') return { redirect: `${hrefOf(visit)}#give` }
  const given = visit.projects.giveDrawings({ params, input: { note: one(form, 'note').trim() } })
  return after(given, hrefOf(visit), (refusal) =>
    screen(visit, refusal, refusal.code === 'drawings-no-file' ? 'file' : 'give'),
  )
}

async function screen(visit: Visit, refusal?: Refusal, at = 'give'): Promise<Shown> {
  const { projects, view, request } = visit
  const found = await projects.getDrawings({ params: { id: idOf(visit) } })
  if (isRefusal(found)) return found
  const title = view.say('联合审图', 'Joint review of the drawings')
  return {
    title: `${title} ${found.project.name}`,
    section: 'mine',
    ...(refusal ? { status: 422 } : {}),
    main: (
      <JointPage
        project={found.project}
        title={title}
        error={refusal && { at, message: messageOf(refusal, visit) }}
      >
        <Standing found={found} />
        <Comments found={found} />
        {found.actions.includes('giveDrawings') ? (
          <Give
            found={found}
            action={hrefOf(visit)}
            csrfToken={request.csrfToken}
            checks={refusal?.code === 'comments-not-answered'}
          />
        ) : null}
        <section className="sheet stage" aria-labelledby="offices">
          <h2 id="offices">{view.say('参加审查的部门', 'Offices that review')}</h2>
          <Offices
            offices={found.offices}
            label={view.say('参加审查的部门', 'Offices that review')}
            done={view.say('已答复', 'Answered')}
          />
        </section>
        <Versions found={found} />
      </JointPage>
    ),
  }
}

/** Whose turn it is, in one sentence. */
function Standing({ found }: { found: DrawingsView }) {
  const { say } = useView()
  const { phase, hidden, comments, document, project } = found
  const open = comments.filter(({ state }) => state !== 'resolved').length
  if (phase === 'not-begun')
    return (
      <p>
        {say(
          '一套图上传一次，各部门同时审，意见一次提完；都通过后出一份联合审查意见书，办施工许可时不用再交审查合格书。部门不答复不等于同意。',
          'Upload one set once. All offices review it at the same time and say everything they have to say at once; then one joint opinion is issued, which the building permit takes without asking you again. Silence is no consent.',
        )}
      </p>
    )
  if (phase === 'passed')
    return (
      <Notice kind="done" title={say('联合审图已经通过', 'The drawings have passed')}>
        {document ? (
          <DocumentLink
            id={project.id}
            document={document}
            name={say('施工图联合审查意见书', 'Joint opinion on the drawings')}
          />
        ) : (
          <p>{say('意见书正在生成，稍后刷新。', 'The opinion is being made; reload in a moment.')}</p>
        )}
      </Notice>
    )
  if (phase === 'answering')
    return (
      <Notice kind="soon" title={say(`等您答复 ${open} 条意见`, `${open} comments wait for your answer`)}>
        <p>
          {say(
            '逐条答复，连同新版图纸一起提交。标“必须修改”的不改，图纸不能通过。',
            'Answer each, and give the new version with them. Drawings do not pass while a “must” is open.',
          )}
        </p>
      </Notice>
    )
  return (
    <Notice kind="info" title={say('各部门正在审查', 'The offices are at work')}>
      <p>
        {hidden > 0
          ? say(
              `已有 ${hidden} 条意见；等全部部门答复或者到期，一次给您看全。`,
              `There are ${hidden} comments; you see all of them together once every office has answered or time is up.`,
            )
          : say(
              '全部部门答复或者到期后，意见一次给您看全。',
              'You see all comments together once every office has answered or time is up.',
            )}
      </p>
    </Notice>
  )
}

function Comments({ found }: { found: DrawingsView }) {
  const { say } = useView()
  const settled = found.comments.filter(
    ({ state }) => state === 'resolved' || !found.actions.includes('giveDrawings'),
  )
  if (settled.length === 0) return null
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{say('审图意见', 'Comments')}</h2>
      <ol className="rows told sheet">
        {settled.map((comment) => (
          <li key={comment.id}>
            <CommentText comment={comment} />
            {comment.answer ? (
              <p>
                {say('您的答复：', 'Your answer: ')}
                {comment.answer}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function CommentText({ comment }: { comment: DrawingComment }) {
  const { say } = useView()
  const states = {
    open: say('待落实', 'Open'),
    kept: say('部门保留', 'Kept by the office'),
    resolved: say('已落实', 'Resolved'),
  }
  return (
    <>
      <p>
        <span className={comment.severity === 'must' ? 'tag tag-soon' : 'tag'}>
          {comment.severity === 'must' ? say('必须修改', 'Must') : say('建议', 'Should')}
        </span>{' '}
        <span className={comment.state === 'resolved' ? 'tag tag-done' : 'tag'}>{states[comment.state]}</span>{' '}
        <b>
          {say('图号', 'Sheet')} {comment.sheet}
        </b>{' '}
        {comment.place}{' '}
        <span className="hint">
          <Said of={comment.organ.short} /> · V{comment.version}
        </span>
      </p>
      <p className="comment-text">{comment.text}</p>
      {comment.article ? <p className="hint">{comment.article}</p> : null}
      {comment.because ? (
        <p className="hint">
          {say('由新版的修改引起：', 'Called for by the new version: ')}
          {comment.because}
        </p>
      ) : null}
      {comment.why ? (
        <p>
          {say('部门说明：', 'The office says: ')}
          {comment.why}
        </p>
      ) : null}
    </>
  )
}

function Give({
  found,
  action,
  csrfToken,
  checks,
}: {
  found: DrawingsView
  action: string
  csrfToken: string
  checks: boolean
}) {
  const { say } = useView()
  const open = found.comments.filter(({ state }) => state !== 'resolved')
  const version = found.versions.length + 1
  return (
    <section aria-labelledby="give" className="sheet stage">
      <h2 id="give">
        {version === 1
          ? say('提交图纸', 'Give the drawings')
          : say(`答复意见，提交第 ${version} 版`, `Answer, and give version ${version}`)}
      </h2>
      <Draft found={found} action={action} csrfToken={csrfToken} />
      <form method="post" action={action}>
        <Hidden values={{ _csrf: csrfToken }} />
        <DefaultButton />
        {open.map((comment) => {
          const typed = found.answers[comment.id] ?? ''
          return (
            <div key={comment.id} className="comment-answer">
              <CommentText comment={comment} />
              <InputBox
                labelled={{
                  id: `answer-${comment.id}`,
                  label: say('您的答复', 'Your answer'),
                  error:
                    checks && typed.trim() === '' ? say('请答复这条意见。', 'Please answer.') : undefined,
                }}
                name={`answer-${comment.id}`}
                rows={2}
                value={typed}
                maxLength={4000}
              />
            </div>
          )
        })}
        <TextInput
          labelled={{ id: 'note', label: say('给各部门的说明', 'A note to the offices'), optional: true }}
          name="note"
          maxLength={2000}
        />
        <div className="buttons">
          <button type="submit" name="_step" value="give" className="button">
            {version === 1 ? say('提交送审', 'Give for review') : say('提交新版', 'Give the new version')}
          </button>
          {open.length > 0 ? (
            <button type="submit" name="_step" value="save" className="button button-second">
              {say('先保存答复', 'Keep the answers')}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  )
}

function Draft({ found, action, csrfToken }: { found: DrawingsView; action: string; csrfToken: string }) {
  const { say } = useView()
  return (
    <div className="draft-files">
      <ul className="files">
        {found.draft.map((file) => (
          <li key={file.digest}>
            <FileName file={file} href={`/api/projects/case/${found.project.id}/files/${file.digest}`} />
            <form method="post" action={`${action}/files/remove`}>
              <Hidden values={{ _csrf: csrfToken, digest: file.digest }} />
              <button type="submit" className="button-link">
                {say('移除', 'Remove')}
                <span className="unseen">{file.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${action}/files`} encType="multipart/form-data">
        <Hidden values={{ _csrf: csrfToken }} />
        <label htmlFor="file">{say('图纸文件（PDF，可多选）', 'Drawings (PDF, several at once)')}</label>
        <input type="file" id="file" name="file" multiple accept=".pdf,application/pdf" />
        <button type="submit" className="button button-second button-small">
          {say('上传图纸', 'Upload')}
        </button>
      </form>
    </div>
  )
}

function Versions({ found }: { found: DrawingsView }) {
  const { say } = useView()
  if (found.versions.length === 0) return null
  return (
    <section className="sheet stage" aria-labelledby="versions">
      <h2 id="versions">{say('图纸版本', 'Versions')}</h2>
      <ul className="rows told">
        {found.versions.map(({ version, at, note, files }) => (
          <li key={version}>
            <p>
              <b>{say(`第 ${version} 版`, `Version ${version}`)}</b> <Moment at={at} /> {note}
            </p>
            <ul className="files">
              {files.map((file) => (
                <li key={file.digest}>
                  <FileName
                    file={file}
                    href={`/api/projects/case/${found.project.id}/files/${file.digest}`}
                  />
                  <span className="hint code digest">SHA-256 {file.digest.slice(0, 16)}…</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
