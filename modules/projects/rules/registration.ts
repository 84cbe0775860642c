/** 项目登记 — what a project is registered with, and the code it is given. Pure. */
import { checkForm, type FormContext, type FormValues, keptValues, type ProjectStages } from '@mashang/flow'
import { checkProjectCode, isRefusal, projectCodeOf, type Refusal, refuse } from '@mashang/kit'
import type { Project } from './project.ts'

/** The facts to keep, or every one that is wrong. */
export function factsFitTheForm(
  { fields }: Pick<ProjectStages, 'fields'>,
  values: Readonly<Record<string, unknown>>,
  context: FormContext,
): FormValues | Refusal {
  const wrong = [...checkForm(fields, values, context, 'facts.'), ...planEndsAfterItBegins(values)]
  if (wrong.length > 0)
    return refuse('form-has-errors', {
      rule: 'factsFitTheForm',
      facts: { count: wrong.length },
      fields: wrong,
    })
  return keptValues(fields, values as FormValues)
}

function planEndsAfterItBegins(values: Readonly<Record<string, unknown>>) {
  const { 'plan-start': start, 'plan-end': end } = values
  if (typeof start !== 'string' || typeof end !== 'string' || end > start) return []
  return [{ path: 'facts.plan-end', code: 'project-ends-before-it-begins', facts: { start } }]
}

/** A code that the project has already is kept in its one written form; a wrong one is refused with its position. */
export function projectCodeMustPassItsCheck(text: string): string | Refusal {
  const checked = checkProjectCode(text)
  return isRefusal(checked)
    ? { ...checked, fields: [{ path: 'code', code: checked.code, facts: checked.facts }] }
    : checked.code
}

interface NewCode {
  /** Legal day on which it is given. */
  readonly today: string
  /** Six digits, GB/T 2260. */
  readonly region: string
  readonly department: string
  readonly type: string
  /** 0–99999, drawn at random. */
  readonly random: number
}

/** GB/T 40058: year and month, region, department, type, five random digits, check digit. */
export function newProjectCode(begins: NewCode): string {
  const first = codeBegins(begins).replaceAll('-', '')
  return projectCodeOf(first + begins.type + String(begins.random).padStart(5, '0'))
}

type Beginning = Pick<NewCode, 'today' | 'region' | 'department'>

/** What is known of a code before it is given. */
export function codeBegins({ today, region, department }: Beginning): string {
  return `${today.slice(2, 4)}${today.slice(5, 7)}-${region}-${department}`
}

/** Only one who may act for the enterprise registers for it. */
export function ownerIsRepresented(
  enterprises: readonly { readonly uscc: string; readonly name: string }[],
  uscc: string,
): { readonly uscc: string; readonly name: string } | Refusal {
  return (
    enterprises.find((one) => one.uscc === uscc) ??
    refuse('not-an-agent-of-enterprise', {
      rule: 'ownerIsRepresented',
      facts: { uscc },
      fields: [{ path: 'owner', code: 'required', facts: {} }],
    })
  )
}

/** A project of which nothing has been decided is taken back; after that its applications must be withdrawn first. */
export function onlyAnIdleProjectIsWithdrawn(project: Project): Refusal | undefined {
  if (project.withdrawn) return refuse('project-withdrawn')
  const open = project.applications.filter(({ outcome }) => outcome === undefined)
  return open.length === 0
    ? undefined
    : refuse('project-has-open-applications', {
        rule: 'onlyAnIdleProjectIsWithdrawn',
        facts: { count: open.length, numbers: open.map(({ number }) => number) },
      })
}
