/** What the steps of a case consisted of, as its reader may see it. */
import type { ObjectionView, ProceedingsView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import {
  everyProceedings,
  type HearingRecord,
  type ObjectionRecord,
  type PanelRecord,
  type Proceedings,
} from '../rules/proceedings.ts'
import type { Standing } from '../rules/reading.ts'
import type { Case } from '../store/cases.ts'

export function proceedingsOf(
  inside: Inside,
  found: Case,
  standing: Standing | undefined,
): ProceedingsView[] {
  return everyProceedings(found.application).map((one) => viewOf(inside, found, one, standing))
}

function viewOf(
  { city }: Inside,
  { application, item }: Case,
  proceedings: Proceedings,
  standing: Standing | undefined,
): ProceedingsView {
  const { step, since, asked, opinions, signatures, announcement, objections, hearing, panel } = proceedings
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
    announcement: announcement && {
      text: announcement.text,
      from: announcement.from,
      until: announcement.until,
    },
    objections: objections.map((one) => objectionView(one, standing === 'office')),
    hearing: hearing && hearingView(hearing),
    panel: panel && panelView(panel, forStaff),
    signatures:
      standing === 'office' || standing === 'supervisor'
        ? signatures.map(({ name, outcome, reasons, at }) => ({ name, outcome, reasons, at }))
        : [],
  }
}

/** An objection; who raised it is told to the office alone. */
export function objectionView(
  { number, at, text, name, phone, answer }: ObjectionRecord,
  forOffice: boolean,
): ObjectionView {
  return { number, at, text, ...(forOffice ? { by: name, phone } : {}), answer }
}

function hearingView({
  offered,
  waived,
  requested,
  set,
  recorded,
}: HearingRecord): ProceedingsView['hearing'] {
  return {
    until: offered.until,
    parties: [...offered.parties],
    waived: waived ?? false,
    requested: requested && { by: requested.by, heldBy: requested.heldBy },
    set: set && { ...set },
    record: recorded && { attendees: recorded.attendees, text: recorded.record },
  }
}

/** Who the experts are is told; what each of them said is the office's, the conclusion everybody's. */
function panelView(
  { experts, opinions, conclusion }: PanelRecord,
  forStaff: boolean,
): ProceedingsView['panel'] {
  return {
    experts: experts.map(({ name, field }) => {
      const opinion = opinions.find(({ expert }) => expert === name)
      return { name, field, ...(forStaff && opinion ? { verdict: opinion.verdict, text: opinion.text } : {}) }
    }),
    conclusion: conclusion && { passed: conclusion.passed, text: conclusion.text },
  }
}
