/** What the steps of a case consisted of, as its reader may see it. */
import type { ProceedingsView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import type { Proceedings } from '../rules/proceedings.ts'
import type { Standing } from '../rules/reading.ts'
import type { Case } from '../store/cases.ts'

export function proceedingsOf(
  inside: Inside,
  found: Case,
  standing: Standing | undefined,
): ProceedingsView[] {
  const { proceedings, pastProceedings } = found.application
  const all = proceedings ? [...pastProceedings, proceedings] : pastProceedings
  return all.map((one) => viewOf(inside, found, one, standing))
}

function viewOf(
  { city }: Inside,
  { application, item }: Case,
  proceedings: Proceedings,
  standing: Standing | undefined,
): ProceedingsView {
  const { step, since, asked, opinions, signatures } = proceedings
  const definition = item.steps.find(({ id }) => id === step)
  const forStaff = standing !== 'applicant' && standing !== undefined
  const silent = application.stepsDone.findLast((done) => done.step === step)?.silent ?? []
  return {
    step,
    since,
    name: definition?.name ?? { zh: step },
    kind: definition?.kind ?? 'review',
    asked: asked && {
      at: asked.at,
      due: asked.due,
      note: forStaff ? asked.note : '',
      organs: asked.organs.map((id) => {
        const { name, short } = getOrgan(city, id)
        const opinion = opinions.find(({ organ }) => organ === id)
        return {
          organ: { id, name, short },
          silent: silent.includes(id),
          opinion: opinion && {
            verdict: opinion.verdict,
            // What organs write to one another is a working note until the decision repeats what matters of it.
            text: forStaff ? opinion.text : '',
            by: forStaff ? opinion.by : '',
            at: opinion.at,
          },
        }
      }),
    },
    signatures:
      standing === 'office' || standing === 'supervisor'
        ? signatures.map(({ name, outcome, reasons, at }) => ({ name, outcome, reasons, at }))
        : [],
  }
}
