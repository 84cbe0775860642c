import type { BundleView } from '@mashang/bundles/contract'
import type { WalkIn } from '@mashang/identity/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { bundles } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { FieldEditor } from '../case/actions/field-editor.tsx'
import { Panel } from '../case/facts/panel.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { AddEnterprise } from './beginning.tsx'
import type { ItemChosen } from './item-choice.tsx'
import { takenBundlesQuery } from './sheet-query.ts'

interface Props {
  readonly bundle: ItemChosen
  readonly person: WalkIn
  onPerson(person: WalkIn): void
}

/** The circumstances that decide which items are needed, and for whom; then the one sheet opens. */
export function BundleBeginning({ bundle, person, onPerson }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [circumstances, answer] = useState<Readonly<Record<string, unknown>>>({})
  const guide = useQuery({
    queryKey: ['bundle-guide', bundle.code, circumstances],
    queryFn: () =>
      answerOf(bundles.describeBundle({ params: { bundle: bundle.code }, input: { circumstances } })),
    placeholderData: (before) => before,
  })
  const { pending, refusal, write } = useWrite<BundleView>()
  const needed = guide.data?.parts.filter((part) => part.needed) ?? []
  const complete = guide.data !== undefined && guide.data.errors.length === 0

  async function begin() {
    const input = { bundle: bundle.code, person: person.id, circumstances: { ...circumstances } }
    const begun = await write(input, (key) => bundles.openBundleAtWindow({ input, key }))
    if (!begun) return
    await client.invalidateQueries({ queryKey: takenBundlesQuery.queryKey })
    void navigate(`/window/bundles/${begun.id}`)
  }

  return (
    <Panel title={`③ ${t(WINDOW.circumstances)}`}>
      {guide.isError && <Failure error={guide.error} onRetry={() => void guide.refetch()} />}
      <fieldset className="window-section">
        <legend className="unseen">{t(WINDOW.circumstances)}</legend>
        {guide.data?.circumstances.map((field) => (
          <div key={field.id} className="window-field">
            <span className="window-label">{t(field.label)}</span>
            {field.hint && <span className="hint">{t(field.hint)}</span>}
            <FieldEditor
              label={t(field.label)}
              field={field}
              value={circumstances[field.id]}
              onValue={(value) => answer((before) => ({ ...before, [field.id]: value }))}
            />
          </div>
        ))}
      </fieldset>
      {complete && (
        <>
          <p>{t(WINDOW.needsItems(needed.length))}</p>
          <ul className="lines">
            {needed.map((part) => (
              <li key={part.id}>
                {t(part.name)} <span className="quiet">{t(part.organ.short)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {person.enterprises.length > 0
          ? t(WINDOW.actsFor(person.enterprises.map(({ name }) => name).join('、')))
          : t(WINDOW.actsForNone)}
      </p>
      <AddEnterprise person={person} onAdded={onPerson} />
      <RefusalNote refusal={refusal} />
      <Button type="primary" loading={pending} disabled={!complete} onClick={() => void begin()}>
        {t(WINDOW.begin)}
      </Button>
    </Panel>
  )
}
