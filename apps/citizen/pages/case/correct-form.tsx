import type { ApplicationView, ItemGuide } from '@mashang/approvals/contract'
import type { Field, FormValues } from '@mashang/flow'
import { Said, useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { Icon } from '../../parts/icon.tsx'
import { DefaultButton, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type Added, PointFiles } from './correct-files.tsx'

export interface Correcting {
  readonly found: ApplicationView
  readonly guide: ItemGuide
  readonly fields: readonly Field[]
  readonly values: FormValues
  readonly added: Added
  readonly choices: ReadonlyMap<string, RegionChoices>
  readonly errors: readonly InputError[]
  readonly csrfToken: string
  readonly title: string
}

type Point = NonNullable<ApplicationView['correction']>['points'][number]

/** Answers a correction: each point stands beside the input it is about, and nothing else is asked. */
export function CorrectForm(correcting: Correcting) {
  const { found, errors, csrfToken, title } = correcting
  const { say } = useView()
  const { correction } = found
  if (!correction) return null
  return (
    <div className="wrap narrow">
      <p className="apply-item">
        <Said of={found.item.name} /> <span className="code">{found.number}</span>
      </p>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <Notice
        kind="info"
        title={say(
          `共 ${correction.points.length} 处，一次告知`,
          correction.points.length === 1
            ? 'One point, told in full'
            : `${correction.points.length} points, told once and in full`,
        )}
      >
        <p>
          {say(
            '逐处改好后一起提交。法律规定只能告知一次，补齐后即予受理。',
            'Mend them all, then submit together. The law lets us ask only once; with all of it complete, your application is accepted.',
          )}
        </p>
        {correction.note ? <p>{correction.note}</p> : null}
      </Notice>
      <form
        method="post"
        action={`/my/applications/${found.id}/correct`}
        encType="multipart/form-data"
        noValidate
        data-conditions=""
      >
        <Hidden values={{ _csrf: csrfToken, expected: String(found.revision) }} />
        <DefaultButton />
        <ol className="points">
          {correction.points.map((point) => (
            <li key={point.target} id={`point-${point.target}`} className="sheet">
              <PointInput point={point} correcting={correcting} />
            </li>
          ))}
        </ol>
        <div className="buttons">
          <button type="submit" className="button">
            {say('提交补正', 'Submit the correction')}
          </button>
          <a className="button button-second" href={`/my/applications/${found.id}`}>
            {say('返回办件', 'Back to the case')}
          </a>
        </div>
      </form>
    </div>
  )
}

function PointInput({ point, correcting }: { point: Point; correcting: Correcting }) {
  const { say } = useView()
  const field = correcting.fields.find(({ id }) => `form.${id}` === point.target)
  const error = correcting.errors.find(({ at }) => at === `point-${point.target}`)?.message
  const regions = field && correcting.choices.get(field.id)
  return (
    <>
      <h2>
        <Said of={point.label} />
      </h2>
      <p className="point-what">
        <Icon name="edit" />
        <span>
          <span className="unseen">{say('需要补正：', 'To correct: ')}</span>
          {point.what}
        </span>
      </p>
      {field ? (
        <FieldInput
          field={field}
          state={{ value: correcting.values[field.id], error, shown: true, ...(regions ? { regions } : {}) }}
        />
      ) : (
        <PointFiles material={point.target.replace(/^materials\./, '')} {...correcting} error={error} />
      )}
    </>
  )
}
