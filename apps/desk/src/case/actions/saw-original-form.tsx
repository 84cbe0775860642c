import { Checkbox, Input } from 'antd'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { ACT } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { useDraft } from './use-draft.ts'

/** Which uploads the clerk has compared with their originals; last day by material, as the document names it. */
export function SawOriginalForm(props: FormProps) {
  const { t } = useWords()
  const { view } = props
  const [typed, type, clear] = useDraft<Readonly<Record<string, string>>>(view.id, 'sawOriginal', {})
  const uploads = view.materials.filter(({ trust, files }) => trust === 'C' && files.length > 0)
  const materials = uploads.flatMap(({ id }) => {
    const validTo = typed[id]
    return validTo === undefined ? [] : [{ material: id, ...(validTo === '' ? {} : { validTo }) }]
  })
  function choose(id: string, chosen: boolean) {
    const { [id]: _, ...others } = typed
    type(chosen ? { ...others, [id]: '' } : others)
  }
  return (
    <ActionForm
      {...props}
      name="sawOriginal"
      missing={
        uploads.length === 0 ? t(ACT.noUploads) : materials.length === 0 ? t(ACT.originalsLacking) : undefined
      }
      content={materials}
      send={(key) =>
        approvals.sawOriginal({
          params: { id: view.id },
          input: { expected: props.seen, materials },
          key,
        })
      }
      onSent={clear}
    >
      <fieldset className="choices choices-down">
        <legend className="legend">{t(ACT.originals)}</legend>
        {uploads.map(({ id, name }) => (
          <div key={id}>
            <Checkbox
              checked={typed[id] !== undefined}
              onChange={(event) => choose(id, event.target.checked)}
            >
              {t(name)}
            </Checkbox>
            {typed[id] !== undefined && (
              <Labelled label={t(ACT.validTo)}>
                {(inputId) => (
                  <Input
                    id={inputId}
                    type="date"
                    value={typed[id]}
                    onChange={(event) => type({ ...typed, [id]: event.target.value })}
                  />
                )}
              </Labelled>
            )}
          </div>
        ))}
      </fieldset>
    </ActionForm>
  )
}
