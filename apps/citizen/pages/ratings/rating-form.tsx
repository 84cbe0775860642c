import type { GivenInput, RatingForm } from '@mashang/hall/contract'
import { isRefusal, type PageRequest, type Refusal, textOf } from '@mashang/kit'
import { one, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Choices, Group, Hidden, InputBox } from '../../parts/inputs.tsx'
import { Face } from './face.tsx'

/** What was chosen and typed, right or wrong. */
export interface TypedRating {
  readonly level: string
  readonly tags: readonly string[]
  readonly words: string
  readonly publish: boolean
  readonly anonymous: boolean
}

export const NOTHING_TYPED: TypedRating = { level: '', tags: [], words: '', publish: false, anonymous: true }

export function typedIn(form: PageRequest['form']): TypedRating {
  const tags = form.tags ?? []
  return {
    level: one(form, 'level'),
    tags: typeof tags === 'string' ? [tags] : tags,
    words: one(form, 'words').slice(0, 500),
    publish: one(form, 'publish') !== '',
    anonymous: one(form, 'anonymous') !== '',
  }
}

/** As the module takes it; undefined where no level was chosen. Reasons of the other side, hidden by then, are left. */
export function givenFrom(typed: TypedRating, { levels, tags }: RatingForm): GivenInput | undefined {
  const level = levels.find(({ id }) => id === typed.level)
  if (!level) return undefined
  const side = level.bad ? 'bad' : 'good'
  const fitting = tags.filter((tag) => tag.for === side && typed.tags.includes(tag.id)).map(({ id }) => id)
  const { words, publish, anonymous } = typed
  return { level: level.id, tags: fitting, words, publish, anonymous }
}

/** The form of the city: levels, reasons, formula. */
export async function formOf({ hall }: Visit): Promise<RatingForm | Refusal> {
  return hall.describeRatings({})
}

export function errorsOf(
  refusal: Refusal | 'no-level' | undefined,
  { say, language }: Visit['view'],
): readonly InputError[] {
  if (!refusal) return []
  if (refusal === 'no-level')
    return [{ at: 'level', message: say('请选择一个等级。', 'Please choose one of the five levels.') }]
  return isRefusal(refusal) ? [{ at: 'level', message: textOf(refusal.code, refusal.facts, language) }] : []
}

interface Props {
  readonly action: string
  readonly form: RatingForm
  readonly typed: TypedRating
  readonly errors: readonly InputError[]
  readonly csrfToken: string
  /** Who came with a code is nobody in particular: there is no name to hide. A second rating is between two. */
  readonly asks: 'all' | 'publish' | 'nothing'
}

/** Five levels, reasons that go with what was chosen, words, and what may become of them. Nothing is chosen for anyone. */
export function RatingInputs({ action, form, typed, errors, csrfToken, asks }: Props) {
  const { say } = useView()
  return (
    <form method="post" action={action} className="rate-form" data-once="" noValidate>
      <Hidden values={{ _csrf: csrfToken }} />
      <ErrorSummary errors={errors} />
      <Levels form={form} typed={typed} error={errors[0]?.message} />
      {(['good', 'bad'] as const).map((side) => (
        <div key={side} className={`rate-tags rate-tags-${side}`}>
          <Group
            labelled={{
              id: `tags-${side}`,
              label:
                side === 'good' ? say('好在哪里', 'What was good') : say('哪里不好', 'What was not good'),
              optional: true,
            }}
          >
            <Choices
              kind="checkbox"
              name="tags"
              options={form.tags
                .filter((tag) => tag.for === side)
                .map(({ id, words }) => ({ value: id, label: <Said of={words} /> }))}
              chosen={typed.tags}
            />
          </Group>
        </div>
      ))}
      <InputBox
        labelled={{
          id: 'words',
          label: say('想说的话', 'In your own words'),
          hint: say(
            '最多 500 个字。请不要写姓名、电话和证件号码。',
            'At most 500 characters. Please leave out names, telephone and identity numbers.',
          ),
          optional: true,
        }}
        name="words"
        rows={4}
        value={typed.words}
        maxLength={500}
      />
      {asks === 'nothing' ? null : <Consents typed={typed} named={asks === 'all'} />}
      <div className="buttons">
        <button type="submit" className="button">
          {say('提交评价', 'Send my rating')}
        </button>
      </div>
    </form>
  )
}

function Levels({ form, typed, error }: { form: RatingForm; typed: TypedRating; error: string | undefined }) {
  const { say } = useView()
  return (
    <Group labelled={{ id: 'level', label: say('您满意吗？', 'How satisfied are you?'), error }}>
      <div className="rate-levels">
        {form.levels.map(({ id, name }) => (
          <div key={id} className={`rate-level rate-${id}`}>
            <input
              type="radio"
              id={`level-${id}`}
              name="level"
              value={id}
              defaultChecked={typed.level === id}
            />
            <label htmlFor={`level-${id}`}>
              <Face level={id} />
              <Said of={name} />
            </label>
          </div>
        ))}
      </div>
    </Group>
  )
}

function Consents({ typed, named }: { typed: TypedRating; named: boolean }) {
  const { say } = useView()
  const options = [
    ...(named
      ? [
          {
            name: 'anonymous',
            checked: typed.anonymous,
            label: say(
              '不向被评价的工作人员显示是谁的办件',
              'Do not show the staff I rate whose case it was',
            ),
            hint: say(
              '差评由部门负责人回访，只有负责人能看到您的姓名和电话，每次查看都有记录。',
              'Only the head who calls you back about a bad rating sees your name and number, and each look is recorded.',
            ),
          },
        ]
      : []),
    {
      name: 'publish',
      checked: typed.publish,
      label: say('同意公开我写的话', 'My words may be published'),
      hint: say(
        '隐去个人信息、经审核后才公开；不同意也不影响评价。',
        'Only after review and with personal data struck out. Your rating counts either way.',
      ),
    },
  ]
  return (
    <div className="choices rate-consents">
      {options.map(({ name, checked, label, hint }) => (
        <div className="choice" key={name}>
          <input
            type="checkbox"
            id={name}
            name={name}
            value="yes"
            defaultChecked={checked}
            aria-describedby={`${name}-hint`}
          />
          <label htmlFor={name}>{label}</label>
          <p className="hint" id={`${name}-hint`}>
            {hint}
          </p>
        </div>
      ))}
    </div>
  )
}
