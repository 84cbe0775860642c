import type { FormValues, SheetMaterial, SheetQuestion } from '@mashang/flow'
import type { ReactNode } from 'react'
import { useView } from '../frame/view.tsx'
import type { RegionChoices } from './address-input.tsx'
import { ErrorSummary, type InputError } from './error-summary.tsx'
import { FieldInput } from './field-input.tsx'
import type { FileError } from './sheet-materials.tsx'

/** What a sheet still lacks, each linked to its place. */
export function SheetErrors({
  sheet,
  checks,
  wrong,
  more = [],
}: {
  sheet: { readonly materials: readonly SheetMaterial[]; readonly questions: readonly SheetQuestion[] }
  checks: boolean
  wrong: FileError | undefined
  more?: readonly InputError[]
}) {
  const { text, say } = useView()
  const missing = sheet.materials.filter((one) => one.missing)
  const errors: readonly InputError[] = [
    ...(wrong ? [{ at: `material-${wrong.material}`, message: wrong.message }] : []),
    ...more,
    ...(checks
      ? [
          ...missing.map(({ key, material }) => ({
            at: `material-${key}`,
            label: text(material.name),
            message: say('请上传。', 'Please upload it.'),
          })),
          ...sheet.questions.flatMap(({ field, error }) =>
            error ? [{ at: `field-${field.id}`, label: text(field.label), message: error }] : [],
          ),
        ]
      : []),
  ]
  return (
    <ErrorSummary errors={errors} title={say(`还差 ${errors.length} 处`, `${errors.length} still lacking`)} />
  )
}

/** Questions of a sheet, with what was answered. */
export function SheetQuestions({
  questions,
  answers,
  checks,
  choices,
  note,
}: {
  questions: readonly SheetQuestion[]
  answers: FormValues
  checks: boolean
  choices: ReadonlyMap<string, RegionChoices>
  /** What is said below a question. */
  note?: (question: SheetQuestion) => ReactNode
}) {
  return questions.map((question) => {
    const { field, error } = question
    const regions = choices.get(field.id)
    return (
      <div key={field.id}>
        <FieldInput
          field={field}
          state={{
            value: answers[field.id],
            error: checks ? error : undefined,
            shown: true,
            ...(regions ? { regions } : {}),
          }}
        />
        {note?.(question)}
      </div>
    )
  })
}
