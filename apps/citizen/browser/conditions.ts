import {
  type Condition,
  type Field,
  type FieldType,
  type FieldValue,
  holds,
  parsePosted,
} from '@mashang/flow'

/** Shows and hides fields as their conditions come to hold; the server does the same with what is posted. */
export function connectConditions(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  const conditional = fields.filter((field) => field.dataset.when)
  if (conditional.length === 0) return
  const outside = form.querySelector<HTMLElement>('[data-answers]')?.dataset.answers
  const others: Record<string, FieldValue> = outside ? JSON.parse(outside) : {}
  const refresh = () => {
    // Twice: a field that appears may be what another one waits for.
    for (let round = 0; round < 2; round++) {
      const values = { ...others, ...valuesOf(form, fields) }
      for (const field of conditional) {
        const when = JSON.parse(field.dataset.when ?? '{}') as Condition
        field.hidden = !holds(when, values)
      }
    }
  }
  form.addEventListener('change', refresh)
  form.addEventListener('input', refresh)
  refresh()
}

function valuesOf(form: HTMLFormElement, fields: readonly HTMLElement[]): Record<string, FieldValue> {
  const posted = new FormData(form)
  const values: Record<string, FieldValue> = {}
  for (const element of fields) {
    const { field: id = '', type = 'text' } = element.dataset
    if (element.hidden || type === 'address') continue
    const field: Field = { id, label: { zh: id }, type: type as FieldType }
    const raw = posted.getAll(id).filter((one) => typeof one === 'string')
    const value = parsePosted(field, raw)
    if (value !== undefined) values[id] = value
  }
  return values
}
