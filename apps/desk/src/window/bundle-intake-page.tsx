import type { BundleView, WindowSheet } from '@mashang/bundles/contract'
import { type Field, sectionsOf } from '@mashang/flow'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { bundles } from '../api/calls.ts'
import { FieldEditor } from '../case/actions/field-editor.tsx'
import { Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { CASE } from '../words/case.ts'
import { SHELL } from '../words/shell.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { BundleMaterials } from './bundle-materials.tsx'
import { takenBundlesQuery, windowSheetQuery } from './sheet-query.ts'
import { type SheetInHand, useWindowSheet } from './use-window-sheet.ts'

/** One bundle on one page: its form and materials left, what is lacking and the offices right. */
export function BundleIntakePage() {
  const { id = '' } = useParams()
  const { t } = useWords()
  const query = useQuery(windowSheetQuery(id))
  return (
    <div className="page window">
      <PageTitle
        title={query.data ? t(query.data.sheet.name) : t(WINDOW.title)}
        trail={[{ label: t(WINDOW.title), to: '/window' }]}
      />
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={10} />}
      {query.data && <InHand key={id} first={query.data} />}
    </div>
  )
}

function InHand({ first }: { readonly first: WindowSheet }) {
  const { t } = useWords()
  const hand = useWindowSheet(first)
  const [consents, setConsents] = useState<ReadonlySet<string>>(new Set())
  const { sheet, person, signedOnPaper } = hand.taken
  return (
    <>
      <p className="window-whom panel">
        <strong>{person.name}</strong> <span className="quiet">{person.code}</span>
        <span className="quiet">{person.phone}</span>
        <span className="quiet window-saved" role="status">
          {hand.saving || !sheet.savedAt
            ? t(hand.saving ? WINDOW.saving : WINDOW.notSaved)
            : t(WINDOW.savedAt(dayAndTime(sheet.savedAt).time))}
        </span>
      </p>
      <RefusalNote refusal={hand.refusal} />
      {signedOnPaper.length > 0 && (
        <p className="note note-soon">{t(WINDOW.signedOnPaper(signedOnPaper.map((name) => t(name))))}</p>
      )}
      <div className="case-body">
        <div className="case-facts">
          <Applicant hand={hand} />
          <Questions hand={hand} />
          <BundleMaterials
            hand={hand}
            consents={consents}
            onConsent={(key, agreed) =>
              setConsents(
                (before) => new Set(agreed ? [...before, key] : [...before].filter((one) => one !== key)),
              )
            }
          />
        </div>
        <Aside hand={hand} consents={consents} />
      </div>
    </>
  )
}

function Applicant({ hand }: { readonly hand: SheetInHand }) {
  const { t } = useWords()
  const { sheet } = hand.taken
  return (
    <Panel title={t(WINDOW.inWhoseName)}>
      {sheet.applicantError && <p className="window-wrong">{sheet.applicantError}</p>}
      <Radio.Group
        aria-label={t(WINDOW.inWhoseName)}
        className="choices-down"
        value={sheet.applicant}
        options={sheet.applicants.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(event) => hand.chooseApplicant(event.target.value)}
      />
    </Panel>
  )
}

/** Items ask in turns: what stands under one heading is shown there together. */
function sectionsTogether(fields: readonly Field[]) {
  const sections = sectionsOf(fields)
  const titles = [...new Set(sections.map(({ title }) => title?.zh ?? ''))]
  return titles.map((zh) => {
    const own = sections.filter(({ title }) => (title?.zh ?? '') === zh)
    return { title: own[0]?.title, fields: own.flatMap((section) => section.fields) }
  })
}

/** The questions of all items, each once, section by section. */
function Questions({ hand }: { readonly hand: SheetInHand }) {
  const { t } = useWords()
  const { questions } = hand.taken.sheet
  return (
    <Panel title={t(WINDOW.stepForm)}>
      <p className="quiet">{t(WINDOW.formHint)}</p>
      {sectionsTogether(questions.map(({ field }) => field)).map(({ title, fields }) => (
        <fieldset key={fields[0]?.id} className="window-section">
          <legend>{title ? t(title) : t(WINDOW.stepForm)}</legend>
          {fields.map((field) => {
            const error = questions.find((one) => one.field.id === field.id)?.error
            const value = hand.answers[field.id]
            return (
              <div key={field.id} id={`form.${field.id}`} className="window-field">
                <span className="window-label">
                  {t(field.label)}
                  {!field.required && <span className="quiet"> {t(CASE.optional)}</span>}
                </span>
                {field.hint && <span className="hint">{t(field.hint)}</span>}
                <FieldEditor
                  label={t(field.label)}
                  field={field}
                  value={value}
                  onValue={(typed) => hand.type(field.id, typed)}
                />
                {error && value !== undefined && value !== '' && (
                  <span className="window-wrong">{error}</span>
                )}
              </div>
            )
          })}
        </fieldset>
      ))}
    </Panel>
  )
}

interface AsideProps {
  readonly hand: SheetInHand
  readonly consents: ReadonlySet<string>
}

/** Everything that is still wanted, and to whom it goes. */
function Aside({ hand, consents }: AsideProps) {
  const { t } = useWords()
  const { sheet } = hand.taken
  const unanswered = sheet.questions.filter(({ error }) => error)
  const notGiven = sheet.materials.filter(({ key, missing, files }) => {
    const offer = sheet.held.find((held) => held.key === key)
    return missing || (offer && !offer.free && files.length === 0 && !consents.has(key))
  })
  const lacking = [
    ...unanswered.map(({ field, error }) => ({ target: `form.${field.id}`, label: field.label, why: error })),
    ...notGiven.map(({ key, material }) => ({ target: `materials.${key}`, label: material.name, why: '' })),
  ]
  return (
    <aside className="actions window-aside" aria-label={t(WINDOW.lackingTitle)}>
      <Panel title={t(WINDOW.lackingTitle)} className={lacking.length > 0 ? 'panel-soon' : 'panel-done'}>
        {lacking.length === 0 && <p>{t(WINDOW.nothingLacking)}</p>}
        <ul className="lines window-lacking">
          {lacking.map(({ target, label, why }) => (
            <li key={target}>
              <a href={`#${target}`}>{t(label)}</a> <span className="quiet">{why}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <TakeIn hand={hand} consents={consents} ready={lacking.length === 0 && !sheet.applicantError} />
    </aside>
  )
}

function TakeIn({ hand, consents, ready }: AsideProps & { readonly ready: boolean }) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pending, refusal, write } = useWrite<BundleView>()
  const { sheet } = hand.taken
  const now = sheet.items.filter(({ state }) => state === 'now' || state === 'next')

  async function take() {
    if (!(await hand.settle())) return
    const input = { consents: [...consents] }
    const params = { id: sheet.id }
    const taken = await write({ ...params, ...input }, (key) =>
      bundles.submitAtWindow({ params, input, key }),
    )
    if (!taken) return
    await client.invalidateQueries({ queryKey: takenBundlesQuery.queryKey })
    void navigate(`/window/bundles/${taken.id}/taken`)
  }

  return (
    <Panel title={t(WINDOW.toOffices)}>
      <ul className="lines window-offices">
        {sheet.items.map((item) => (
          <li key={item.id}>
            {t(item.name)} <span className="quiet">{t(item.organ)}</span>
            {item.state !== 'now' && <span className="quiet"> · {t(WINDOW.itemState[item.state])}</span>}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
      <Button
        type="primary"
        block
        disabled={!ready || now.length === 0}
        loading={pending}
        onClick={() =>
          modal.confirm({
            title: t(WINDOW.takeBundle(now.length)),
            content: t(WINDOW.takeAsk),
            okText: t(WINDOW.take),
            cancelText: t(SHELL.cancel),
            onOk: () => void take(),
          })
        }
      >
        {t(WINDOW.takeBundle(now.length))}
      </Button>
    </Panel>
  )
}
