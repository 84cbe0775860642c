/** What the pages of guidance, drawings and acceptance share. */
import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import type { DrawingsView, ProjectDocument, ProjectHead } from '@mashang/projects/contract'
import type { ReactNode } from 'react'
import type { Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Icon } from '../../parts/icon.tsx'

export const own = { for: 'some', citizen: true, row: 'own-project' } as const

export const idOf = ({ request }: Visit) => request.params.id ?? ''

/** What a refusal of a form says on top of its page; refused where the page itself cannot be shown. */
export function messageOf(refusal: Refusal, { view }: Visit): string {
  return problemOf(refusal, view.language).detail
}

/** Gives a command; then the page again, or the page with what was wrong. */
export async function after(
  answer: Promise<unknown | Refusal>,
  target: string,
  again: (refusal: Refusal) => Promise<Shown>,
): Promise<Shown> {
  const done = await answer
  return isRefusal(done) ? again(done) : { redirect: target }
}

export function JointPage({
  project,
  title,
  error,
  children,
}: {
  project: ProjectHead
  title: string
  error?: { at: string; message: string } | undefined
  children: ReactNode
}) {
  return (
    <div className="wrap project">
      <p className="apply-item">
        <a href={`/projects/${project.id}`}>{project.name}</a> <span className="code">{project.code}</span>
      </p>
      <h1>{title}</h1>
      <ErrorSummary errors={error ? [error] : []} />
      {children}
    </div>
  )
}

/** A sealed document of the project, and where anyone can check it. */
export function DocumentLink({
  id,
  document,
  name,
}: {
  id: string
  document: ProjectDocument
  name: string
}) {
  const { say } = useView()
  return (
    <p>
      <Icon name="seal" /> <a href={`/api/projects/case/${id}/documents/${document.id}`}>{name}（PDF）</a>{' '}
      <span className="code">{document.number}</span>{' '}
      <a href={`/verify/${encodeURIComponent(document.code)}`}>{say('核验', 'Verify')}</a>
    </p>
  )
}

/** Each office: what it looks at, by when, and whether it has answered. */
export function Offices({
  offices,
  label,
  done,
}: {
  offices: DrawingsView['offices']
  label: string
  done: ReactNode
}) {
  const { say, text } = useView()
  const head = [
    say('部门', 'Office'),
    say('看什么', 'Looks at'),
    say('最迟', 'By'),
    say('现在', 'Now'),
  ] as const
  const why = offices[0]?.why ?? []
  return (
    <>
      <table className="stage-table">
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.organ.id}>
              <th scope="row" data-label={head[0]}>
                <Said of={office.organ.name} />
              </th>
              <td data-label={head[1]}>{text(office.looks)}</td>
              <td data-label={head[2]}>{office.due ? <Day on={office.due} /> : '—'}</td>
              <td data-label={head[3]}>
                {office.answeredAt ? (
                  <>
                    <Icon name="done" /> {done} <Moment at={office.answeredAt} />
                  </>
                ) : (
                  say('还没有答复', 'Not answered yet')
                )}
                {office.late ? (
                  <span className="stage-late">
                    <Icon name="warning" />{' '}
                    {say(`超期 ${office.lateBy} 个工作日`, `${office.lateBy} working days late`)}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {why.length > 0 ? (
        <details className="given">
          <summary>{say('为什么是这一天', 'Why this day')}</summary>
          <ul className="plain">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
