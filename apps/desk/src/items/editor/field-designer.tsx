import { PlusOutlined } from '@ant-design/icons'
import { FIELD_TYPE_WORDS, type Field } from '@mashang/flow'
import { Button } from 'antd'
import { useState } from 'react'
import { EDITOR } from '../../words/editor.ts'
import { useWords } from '../../words/words.ts'
import { useEditing } from './editing.ts'
import { FieldProperties } from './field-properties.tsx'
import { FormPreview } from './form-preview.tsx'
import { freeId, isRec, listAt, moved, numbered } from './paths.ts'
import { MemberTools } from './repeated.tsx'

/** Fields by section on the left, the properties of one in the middle, what applicants see on the right. */
export function FieldDesigner({ path }: { readonly path: string }) {
  const { t } = useWords()
  const { definition, set } = useEditing()
  const fields = listAt(definition, path) as readonly Field[]
  const [at, setAt] = useState(0)
  const chosen = fields[at]
  function add() {
    const section = fields[at]?.section
    const field = {
      id: freeId(fields, 'field'),
      label: { zh: '' },
      type: 'text' as const,
      ...(section ? { section } : {}),
    }
    const place = fields.length === 0 ? 0 : at + 1
    set(path, [...fields.slice(0, place), field, ...fields.slice(place)])
    setAt(place)
  }
  function move(from: number, by: -1 | 1) {
    set(path, moved(fields, from, by))
    setAt(from + by)
  }
  function remove(gone: number) {
    set(
      path,
      fields.filter((_, index) => index !== gone),
    )
    setAt(Math.max(0, gone - 1))
  }
  return (
    <div className="designer">
      <div className="designer-list">
        {fields.length === 0 && <p className="quiet">{t(EDITOR.noFields)}</p>}
        <FieldList path={path} fields={fields} at={at} onChoose={setAt} />
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t(EDITOR.add(t(EDITOR.field)))}
        </Button>
      </div>
      <div className="designer-field">
        {chosen ? (
          <>
            <MemberTools
              title={t(chosen.label) || chosen.id}
              isFirst={at === 0}
              isLast={at === fields.length - 1}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(at)}
            />
            <FieldProperties key={`${path}.${at}`} path={`${path}.${at}`} fields={fields} />
          </>
        ) : (
          fields.length > 0 && <p className="quiet">{t(EDITOR.chooseField)}</p>
        )}
      </div>
      <FormPreview fields={fields} />
    </div>
  )
}

interface ListProps {
  readonly path: string
  readonly fields: readonly Field[]
  readonly at: number
  onChoose(at: number): void
}

function FieldList({ path, fields, at, onChoose }: ListProps) {
  const { t } = useWords()
  const { findings } = useEditing()
  return (
    <ol className="field-list">
      {numbered(fields).map(({ key, member: field, at: index }) => {
        const before = fields[index - 1]?.section?.zh
        const section = isRec(field.section) ? field.section : undefined
        const count = findings.filter(
          (one) => one.path === `${path}.${index}` || one.path.startsWith(`${path}.${index}.`),
        ).length
        return (
          <li key={key}>
            {section && section.zh !== before && <span className="field-section">{t(section)}</span>}
            <button
              type="button"
              className="field-entry"
              aria-current={index === at}
              onClick={() => onChoose(index)}
            >
              <span>
                {t(field.label) || field.id}
                {field.required && <span aria-hidden="true"> *</span>}
              </span>
              <span className="quiet">{t(FIELD_TYPE_WORDS[field.type])}</span>
              {count > 0 && <span className="section-count">{t(EDITOR.findings(count))}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
