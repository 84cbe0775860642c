import type { DrawingComment, DrawingsView } from '@mashang/projects/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { projects } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMe } from '../session/use-session.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { TextInput } from '../show/text-input.tsx'
import { COLON, DRAWINGS_PHASE, JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'
import { JointForm, TextBox } from './joint-form.tsx'
import { DocumentLink, OfficesTable } from './offices-table.tsx'
import { drawingsQuery } from './projects-query.ts'

/** 联合审图: one set of drawings, each office’s answer, its comments and what became of them. */
export function DrawingsPanel({ id }: { readonly id: string }) {
  const { t, language } = useWords()
  const query = useQuery(drawingsQuery(id, language))
  const view = query.data
  return (
    <Panel
      title={t(JOINT.drawings)}
      beside={view && <span className="tag">{t(DRAWINGS_PHASE[view.phase])}</span>}
    >
      {query.isPending && <Loading rows={3} />}
      {query.isError && !view && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {view?.phase === 'not-begun' && <p className="quiet">{t(JOINT.notAsked)}</p>}
      {view && view.phase !== 'not-begun' && <Drawings view={view} />}
    </Panel>
  )
}

function Drawings({ view }: { readonly view: DrawingsView }) {
  const { t } = useWords()
  return (
    <>
      {view.document && (
        <p>
          <DocumentLink project={view.project.id} document={view.document} />
        </p>
      )}
      <OfficesTable offices={view.offices} label={t(JOINT.drawings)} />
      <ul className="joint-list">
        {view.versions.map(({ version, files, note }) => (
          <li key={version}>
            {t(JOINT.version(version))} {note}{' '}
            {files.map((file) => (
              <a
                key={file.digest}
                className="joint-file"
                href={`/api/projects/case/${view.project.id}/files/${file.digest}`}
                target="_blank"
                rel="noreferrer"
              >
                {file.name}
              </a>
            ))}
          </li>
        ))}
      </ul>
      {view.comments.length > 0 && (
        <>
          <h3>{t(JOINT.comments)}</h3>
          <ol className="joint-list">
            {view.comments.map((comment) => (
              <li key={comment.id}>
                <CommentLine comment={comment} />
              </li>
            ))}
          </ol>
        </>
      )}
      {view.actions.includes('reviewDrawings') && <Review view={view} />}
    </>
  )
}

function CommentLine({ comment }: { readonly comment: DrawingComment }) {
  const { t } = useWords()
  return (
    <>
      <span className={comment.severity === 'must' ? 'tag tag-soon' : 'tag'}>
        {t(JOINT[comment.severity])}
      </span>{' '}
      <span className={comment.state === 'resolved' ? 'tag tag-done' : 'tag'}>{t(JOINT[comment.state])}</span>{' '}
      <b>{`${comment.sheet} ${comment.place}`}</b> {comment.text}{' '}
      <span className="quiet">{`${t(comment.organ.short)} V${comment.version} ${comment.article}`}</span>
      {comment.later && (
        <span className="quiet">{` · ${t(JOINT.laterComment)} ${comment.because ?? ''}`}</span>
      )}
      {comment.answer && (
        <span className="project-cause">
          {t(JOINT.ownerAnswer)}
          {t(COLON)}
          {comment.answer}
        </span>
      )}
      {comment.why && <span className="project-cause">{comment.why}</span>}
    </>
  )
}

interface CommentDraft {
  readonly key: number
  readonly sheet: string
  readonly place: string
  readonly text: string
  readonly article: string
  readonly severity: 'must' | 'should'
  readonly because: string
}

type Ruling = { readonly resolved: boolean; readonly why: string }

function Review({ view }: { readonly view: DrawingsView }) {
  const { t, language } = useWords()
  const { organ } = useMe().staff
  const own = view.comments.filter((one) => one.organ.id === organ && one.state !== 'resolved')
  const answeredBefore = view.versions.length > 1
  const [opinion, setOpinion] = useState('')
  const [comments, setComments] = useState<readonly CommentDraft[]>([])
  const [rulings, setRulings] = useState<Readonly<Record<string, Ruling>>>({})
  const params = { id: view.project.id }
  const input = {
    opinion,
    comments: comments.map(({ key: _, because, ...rest }) => ({
      ...rest,
      ...(because.trim() === '' ? {} : { because }),
    })),
    settled: own.flatMap(({ id: comment }) => {
      const ruling = rulings[comment]
      return ruling ? [{ comment, ...ruling }] : []
    }),
  }
  return (
    <JointForm
      title={JOINT.review}
      queryKey={drawingsQuery(view.project.id, language).queryKey}
      content={input}
      disabled={opinion.trim() === ''}
      send={(key) => projects.reviewDrawings({ params, input, key })}
    >
      <p className="quiet">{t(JOINT.hiddenHint)}</p>
      {own.map((comment) => (
        <RulingOn
          key={comment.id}
          comment={comment}
          ruling={rulings[comment.id]}
          onRule={(ruling) => setRulings({ ...rulings, [comment.id]: ruling })}
        />
      ))}
      {comments.map((one) => (
        <CommentFields
          key={one.key}
          draft={one}
          asksCause={answeredBefore}
          onChange={(next) => setComments(comments.map((other) => (other.key === next.key ? next : other)))}
          onRemove={() => setComments(comments.filter(({ key }) => key !== one.key))}
        />
      ))}
      <Button
        onClick={() =>
          setComments([
            ...comments,
            {
              key: (comments.at(-1)?.key ?? 0) + 1,
              ...{ sheet: '', place: '', text: '', article: '', severity: 'must', because: '' },
            },
          ])
        }
      >
        {t(JOINT.addComment)}
      </Button>
      <TextBox label={t(JOINT.opinion)} value={opinion} onType={setOpinion} />
    </JointForm>
  )
}

function RulingOn({
  comment,
  ruling,
  onRule,
}: {
  readonly comment: DrawingComment
  readonly ruling: Ruling | undefined
  readonly onRule: (ruling: Ruling) => void
}) {
  const { t } = useWords()
  return (
    <div className="joint-row">
      <div>
        <CommentLine comment={comment} />
      </div>
      <Radio.Group
        {...(ruling ? { value: ruling.resolved } : {})}
        onChange={(event) => onRule({ resolved: event.target.value === true, why: ruling?.why ?? '' })}
        options={[
          { value: true, label: t(JOINT.resolved) },
          { value: false, label: t(JOINT.kept) },
        ]}
      />
      {ruling?.resolved === false && (
        <TextInput
          label={t(JOINT.keptWhy)}
          value={ruling.why}
          onType={(why) => onRule({ resolved: false, why })}
        />
      )}
    </div>
  )
}

function CommentFields({
  draft,
  asksCause,
  onChange,
  onRemove,
}: {
  readonly draft: CommentDraft
  readonly asksCause: boolean
  readonly onChange: (draft: CommentDraft) => void
  readonly onRemove: () => void
}) {
  const { t } = useWords()
  const set = (change: Partial<CommentDraft>) => onChange({ ...draft, ...change })
  return (
    <div className="joint-row">
      <TextInput label={t(JOINT.sheet)} value={draft.sheet} most={80} onType={(sheet) => set({ sheet })} />
      <TextInput label={t(JOINT.where)} value={draft.place} optional onType={(place) => set({ place })} />
      <TextInput label={t(JOINT.text)} value={draft.text} most={2000} onType={(text) => set({ text })} />
      <TextInput
        label={t(JOINT.article)}
        value={draft.article}
        optional
        onType={(article) => set({ article })}
      />
      <Labelled label={t(JOINT.severity)}>
        {(id) => (
          <Select
            id={id}
            value={draft.severity}
            options={[
              { value: 'must' as const, label: t(JOINT.must) },
              { value: 'should' as const, label: t(JOINT.should) },
            ]}
            onChange={(severity) => set({ severity })}
          />
        )}
      </Labelled>
      {asksCause && (
        <TextInput
          label={t(JOINT.because)}
          value={draft.because}
          most={500}
          onType={(because) => set({ because })}
        />
      )}
      <Button onClick={onRemove}>{t(JOINT.remove)}</Button>
    </div>
  )
}
