import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../../mandates/mandates-query.ts'
import { HANDLING } from '../../words/handling.ts'
import { useWords } from '../../words/words.ts'
import type { FormProps } from './action-form.tsx'
import { FieldsForm } from './fields-form.tsx'
import { reassignTo, transferTo } from './handling-acts.ts'

/** Who handles cases of the own organ, and which organs there are. */
function useColleagues() {
  return useQuery(colleaguesQuery).data
}

export function ReassignForm(props: FormProps) {
  const { t } = useWords()
  const found = useColleagues()
  if (!found) return <p className="quiet">{t(HANDLING.waiting)}</p>
  const colleagues = found.colleagues.map(({ id, name }) => [id, { zh: name }] as const)
  return <FieldsForm act={reassignTo(colleagues)} {...props} />
}

export function TransferForm(props: FormProps) {
  const { t } = useWords()
  const found = useColleagues()
  if (!found) return <p className="quiet">{t(HANDLING.waiting)}</p>
  return <FieldsForm act={transferTo(found.organs.map(({ id, name }) => [id, name] as const))} {...props} />
}
