import { type Field, type FormValues, visibleFields } from '@mashang/flow'
import { type FieldRefusal, isRefusal, refuse } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import type { RegionChoices } from '../../parts/address-input.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FieldInput } from '../../parts/field-input.tsx'
import { DefaultButton, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ApplyFrame, BackLink, neighbours, SavedAt } from './apply-frame.tsx'
import {
  askedSections,
  choicesOf,
  contextOf,
  type DraftInHand,
  findDraft,
  inHand,
  inputErrors,
  messageOf,
  pathOfSection,
  readPosted,
  type Section,
} from './draft.ts'

const citizens = { for: 'some', citizen: true, row: 'own-draft' } as const

export const formRoutes: readonly Route[] = [
  { method: 'GET', path: '/drafts/:id/form/:section', access: citizens, show: showSection },
  { method: 'POST', path: '/drafts/:id/form/:section', access: citizens, perMinute: 600, show: takeSection },
]

async function showSection(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  if (isRefusal(hand)) return hand
  const section = findSection(hand, visit)
  if (!section) return refuse('not-found')
  // From the review page one comes to mend: what is wrong is said at once.
  const errors = one(visit.request.query, 'check') ? errorsOf(hand, section) : []
  return sectionScreen(visit, hand, section, { errors })
}

function findSection({ sections }: DraftInHand, { request }: Visit): Section | undefined {
  return sections.find(({ number }) => String(number) === request.params.section)
}

function errorsOf({ errors, values }: DraftInHand, section: Section): readonly FieldRefusal[] {
  const paths = new Set(visibleFields(section.fields, values).map(({ id }) => `form.${id}`))
  return errors.filter(({ path }) => paths.has(path))
}

/** Keeps what was typed, right or wrong; then goes on, or says what is to be mended. */
async function takeSection(visit: Visit): Promise<Shown> {
  const { request, approvals, needs } = visit
  const before = await findDraft(visit)
  if (isRefusal(before)) return before
  const section = findSection(before, visit)
  if (!section) return refuse('not-found')
  const values = readPosted(section.fields, request.form, before.values, needs.now())
  const saved = await approvals.saveDraft({
    params: { id: before.draft.id },
    input: { form: { ...values } },
  })
  const step = one(request.form, '_step')
  if (step === 'autosave') return autosaved(saved)
  if (isRefusal(saved)) return saved
  const hand = inHand(saved, before.guide, contextOf(needs))
  if (step === 'later') return { redirect: '/my/applications' }
  if (step.startsWith('address-'))
    return { redirect: `${pathOfSection(saved, section)}#field-${step.slice(8)}` }
  const [, change, list = ''] = /^row-(more|gone-\d+)-(.+)$/.exec(step) ?? []
  if (change !== undefined) {
    const more = change === 'more' ? `?more=${encodeURIComponent(list)}` : ''
    return { redirect: `${pathOfSection(saved, section)}${more}#field-${list}` }
  }
  const errors = errorsOf(hand, section)
  if (errors.length === 0) return { redirect: neighbours(hand, section.number).after }
  return sectionScreen(visit, hand, section, {
    errors,
    revealed: revealedBy(section, before.values, hand.values),
  })
}

/** What the script is told about a save in the background. */
function autosaved(saved: Awaited<ReturnType<Visit['approvals']['saveDraft']>>): Shown {
  return {
    type: 'application/json',
    body: JSON.stringify(isRefusal(saved) ? { refused: saved.code } : { savedAt: saved.savedAt }),
  }
}

/** Fields that the answers just given have called up: nobody was asked them yet. */
function revealedBy(section: Section, before: FormValues, after: FormValues): ReadonlySet<string> {
  const known = new Set(visibleFields(section.fields, before).map(({ id }) => id))
  return new Set(
    visibleFields(section.fields, after)
      .map(({ id }) => id)
      .filter((id) => !known.has(id)),
  )
}

interface Findings {
  readonly errors: readonly FieldRefusal[]
  readonly revealed?: ReadonlySet<string>
}

async function sectionScreen(
  visit: Visit,
  hand: DraftInHand,
  section: Section,
  findings: Findings,
): Promise<Shown> {
  const { view, request, approvals } = visit
  const choices = await choicesOf(section.fields, hand.values, approvals)
  const revealed = findings.revealed ?? new Set()
  // A question that only now came up is asked, not complained about.
  const onlyNew = findings.errors.every(
    ({ path, code }) => code === 'required' && revealed.has(path.slice(5)),
  )
  const errors = onlyNew ? [] : findings.errors
  const title = section.title ? view.text(section.title) : view.say('填写内容', 'Your answers')
  return {
    title: errors.length > 0 ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'mine',
    focused: true,
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <ApplyFrame hand={hand} place={section.number} title={title}>
        <SectionForm
          hand={hand}
          section={section}
          errors={errors}
          asksMore={onlyNew && findings.errors.length > 0}
          choices={choices}
          csrfToken={request.csrfToken}
          more={one(request.query, 'more')}
        />
      </ApplyFrame>
    ),
  }
}

function SectionForm({
  hand,
  section,
  errors,
  asksMore,
  choices,
  csrfToken,
  more,
}: {
  hand: DraftInHand
  section: Section
  errors: readonly FieldRefusal[]
  asksMore: boolean
  choices: ReadonlyMap<string, RegionChoices>
  csrfToken: string
  /** The list of which one more row was asked for. */
  more: string
}) {
  const view = useView()
  const { say, language } = view
  const shown = new Set(visibleFields(section.fields, hand.values))
  const errorOf = (field: Field) => {
    const found = errors.find(({ path }) => path === `form.${field.id}`)
    return found && messageOf(found, field, language)
  }
  return (
    <form
      method="post"
      action={pathOfSection(hand.draft, section)}
      noValidate
      data-autosave=""
      data-conditions=""
    >
      <Hidden values={{ _csrf: csrfToken }} />
      <DefaultButton />
      <ErrorSummary errors={inputErrors(errors, section.fields, view)} />
      {asksMore ? (
        <Notice kind="info" title={say('还有几项要填', 'A few more questions')}>
          <p>
            {say(
              '根据您刚才的回答，请把新出现的几项也填好。',
              'Your answers call for the fields that now appear below.',
            )}
          </p>
        </Notice>
      ) : null}
      {section.fields.map((field) => {
        const regions = choices.get(field.id)
        return (
          <FieldInput
            key={field.id}
            field={field}
            state={{
              value: hand.values[field.id],
              error: errorOf(field),
              shown: shown.has(field),
              ...(regions ? { regions } : {}),
              ...(field.type === 'licence' ? { licences: hand.draft.licences ?? [] } : {}),
              more: field.id === more,
            }}
          />
        )
      })}
      <OutsideConditions hand={hand} section={section} />
      <SectionButtons before={neighbours(hand, section.number).before} />
      <SavedAt at={hand.draft.savedAt} />
    </form>
  )
}

function SectionButtons({ before }: { before: string | undefined }) {
  const { say } = useView()
  return (
    <div className="buttons">
      <button type="submit" className="button">
        {say('保存并继续', 'Save and continue')}
      </button>
      <BackLink href={before} />
      <button type="submit" name="_step" value="later" className="button-link">
        {say('保存，以后再填', 'Save for later')}
      </button>
    </div>
  )
}

/** Answers of other pages that conditions here look at, for the script. */
function OutsideConditions({ hand, section }: { hand: DraftInHand; section: Section }) {
  const here = new Set(section.fields.map(({ id }) => id))
  const others = Object.fromEntries(
    hand.item.fields.filter(({ id }) => !here.has(id)).map(({ id }) => [id, hand.values[id]]),
  )
  const isAsked = section.fields.some(({ when }) => when !== undefined)
  return isAsked ? <div hidden data-answers={JSON.stringify(others)} /> : null
}

/** The first page of an application's form, or what comes after a form without questions. */
export function firstPage(hand: DraftInHand): string {
  const [first] = askedSections(hand, hand.values)
  if (first) return pathOfSection(hand.draft, first)
  return `/drafts/${hand.draft.id}/${hand.item.materials.length > 0 ? 'materials' : 'review'}`
}
