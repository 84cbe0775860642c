/** Rules of structure: an item that breaks one could not be carried out, whatever the law says. */
import { type Condition, canHold, type Field, type ServiceItem, STEP_ROLES, type Step } from '@mashang/flow'
import { type Found, foundIf, itemRule } from './item-check.ts'
import { daysOf } from './item-guide-rules.ts'

export const idsAreUnique = itemRule(
  '{what}的编号“{id}”用了不止一次。',
  'The id “{id}” is used more than once among the {what}.',
  (item) => [
    ...repeated(item.fields, 'fields', { zh: '字段', en: 'fields' }),
    ...repeated(item.materials, 'materials', { zh: '材料', en: 'materials' }),
    ...repeated(item.steps, 'steps', { zh: '环节', en: 'steps' }),
    ...item.materials.flatMap((material) =>
      repeated(material['fill-in']?.fields ?? [], `materials.${material.id}.fill-in`, {
        zh: '表格字段',
        en: 'fields of the form',
      }),
    ),
  ],
)

function repeated(list: readonly { id: string }[], path: string, what: { zh: string; en: string }): Found[] {
  const ids = list.map((one) => one.id)
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i))
  return [...twice].map((id) => ({ path: `${path}.${id}`, facts: { what, id } }))
}

export const organIsKnown = itemRule(
  '本市没有编号为“{organ}”的部门。',
  'The city has no organ “{organ}”.',
  ({ organ }, { organs }) => foundIf(!organs.has(organ), 'organ', { organ }),
)

export const themesAreKnown = itemRule(
  '没有编号为“{theme}”的主题。',
  'There is no theme “{theme}”.',
  ({ themes }, around) => themes.flatMap((theme) => foundIf(!around.themes.has(theme), 'themes', { theme })),
)

export const windowsAreKnown = itemRule(
  '大厅没有编号为“{window}”的窗口。',
  'The centre has no window “{window}”.',
  ({ windows }, around) =>
    windows.flatMap((window) => foundIf(!around.windows.has(window), 'windows', { window })),
)

export const stepsLeadToSteps = itemRule(
  '环节“{step}”之后的“{next}”不存在。',
  'The step “{step}” leads to “{next}”, which does not exist.',
  ({ steps }) => {
    const ids = new Set(steps.map((step) => step.id))
    return steps.flatMap((step) =>
      (step.to ?? []).flatMap((next) =>
        foundIf(!ids.has(next), `steps.${step.id}.to`, { step: step.name, next }),
      ),
    )
  },
)

export const aQuotaCanBeReckoned = itemRule(
  '数量限制不能计算：摇号要写申请截止日，按先后的不写；分别计算的字段应当是选项或者地址。',
  'The quota cannot be reckoned: a draw names its last day and an order does not; it is counted by a choice or an address.',
  ({ quota, fields }) => {
    if (!quota) return []
    const id = quota['by-field']
    const field = fields.find((one) => one.id === id)
    return [
      ...foundIf((quota.method === 'draw') !== (quota.closes !== undefined), 'quota.closes'),
      ...foundIf(id !== undefined && field?.type !== 'choice' && field?.type !== 'address', 'quota.by-field'),
    ]
  },
)

export const someStepEnds = itemRule(
  '没有作出决定的环节：最后一个环节的“作出决定”（ends）要选准予、不予。',
  'No step decides the case (ends).',
  ({ steps }) => foundIf(!steps.some((step) => step.ends), 'steps'),
)

export const stepEndsOrGoesOn = itemRule(
  '环节“{step}”要么“作出决定”（ends），要么填“之后到”（to）哪个环节，二者必居其一。',
  'The step “{step}” either decides (ends) or goes on (to): exactly one of the two.',
  ({ steps }) =>
    steps.flatMap((step) =>
      foundIf((step.ends !== undefined) === (step.to ?? []).length > 0, `steps.${step.id}`, {
        step: step.name,
      }),
    ),
)

export const someNextStepIsAlwaysOpen = itemRule(
  '从“{from}”出发可能无路可走：后面的环节都带条件，请留一个不带条件的。',
  'A case may get stuck after “{from}”: all steps that follow have a condition; leave one without.',
  ({ steps }) => {
    const open = (list: readonly Step[]) => list.length === 0 || list.some((step) => !step.when)
    const followers = (step: Step) => steps.filter((one) => step.to?.includes(one.id))
    return [
      ...foundIf(!open(steps), 'steps', { from: { zh: '受理', en: 'acceptance' } }),
      ...steps.flatMap((step) => foundIf(!open(followers(step)), `steps.${step.id}.to`, { from: step.name })),
    ]
  },
)

export const stepIsReachable = itemRule(
  '环节“{step}”永远走不到：在它前面的环节的“之后到”里选上它。',
  'The step “{step}” can never be reached: let the step before it lead to it.',
  (item) => {
    const reached = reachedSteps(item)
    return item.steps.flatMap((step) =>
      foundIf(!reached.has(step.id), `steps.${step.id}`, { step: step.name }),
    )
  },
)

/** Steps that some values may lead to: the first open one, and from each its followers up to one that is always open. */
function reachedSteps({ steps, fields }: ServiceItem): ReadonlySet<string> {
  const candidates = (list: readonly Step[]): readonly Step[] => {
    const always = list.findIndex((step) => !step.when)
    const within = always < 0 ? list : list.slice(0, always + 1)
    return within.filter((step) => !step.when || canHold(step.when, fields))
  }
  const reached = new Set<string>()
  const queue = [...candidates(steps)]
  for (let step = queue.pop(); step; step = queue.pop()) {
    if (reached.has(step.id)) continue
    reached.add(step.id)
    const to = step.to ?? []
    queue.push(...candidates(to.flatMap((id) => steps.find((one) => one.id === id) ?? [])))
  }
  return reached
}

export const stepsNeverCircle = itemRule(
  '环节“{step}”会绕回自己。',
  'The step “{step}” leads back to itself.',
  ({ steps }) =>
    steps.flatMap((step) => foundIf(leadsTo(steps, step, step.id), `steps.${step.id}`, { step: step.name })),
)

function leadsTo(steps: readonly Step[], from: Step, goal: string): boolean {
  const seen = new Set<string>()
  const queue = [...(from.to ?? [])]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === goal) return true
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(steps.find((step) => step.id === id)?.to ?? []))
  }
  return false
}

export const someoneMayTakeEachStep = itemRule(
  '环节“{step}”没有人能办：没有“{role}”这一岗位。',
  'Nobody may take the step “{step}”: there is no role “{role}”.',
  ({ steps }) =>
    steps.flatMap((step) => {
      const roles: readonly string[] = STEP_ROLES
      return foundIf(!roles.includes(step.by), `steps.${step.id}.by`, { step: step.name, role: step.by })
    }),
)

export const stepsFitThePromise = itemRule(
  '最长的一条路径要 {days}，超过承诺时限 {promised}。',
  'The longest path takes {days}, more than the {promised} promised.',
  ({ steps, limits }) => {
    const promised = daysOf(limits.promised.days)
    const sameUnit = steps.every((step) => daysOf(step.within).unit === promised.unit)
    const days = sameUnit ? longestPath(steps) : 0
    return foundIf(days > promised.count, 'steps', {
      days: `${days}${promised.unit}`,
      promised: limits.promised.days,
    })
  },
)

/** Days of the longest path; steps in a circle count once. */
function longestPath(steps: readonly Step[]): number {
  const from = (step: Step, before: readonly string[]): number => {
    if (before.includes(step.id)) return 0
    const next = steps.filter((one) => step.to?.includes(one.id))
    return daysOf(step.within).count + Math.max(0, ...next.map((one) => from(one, [...before, step.id])))
  }
  return Math.max(0, ...steps.map((step) => from(step, [])))
}

export const conditionsNameKnownFields = itemRule(
  '条件用到的字段“{field}”不存在。',
  'A condition looks at “{field}”, which is no field of the form.',
  (item) =>
    conditionsOf(item).flatMap(({ condition, path, fields }) =>
      comparisonsOf(condition).flatMap(({ field }) => {
        const known = fields.some((one) => one.id === field.split('.')[0])
        return foundIf(!known, path, { field })
      }),
    ),
)

export const conditionsCanHold = itemRule(
  '这个条件永远不会成立：{fields}没有它要比较的值。',
  'This condition can never hold: {fields} cannot have the value it asks for.',
  (item) =>
    conditionsOf(item).flatMap(({ condition, path, fields }) => {
      const ids = comparisonsOf(condition).map((one) => one.field.split('.')[0] ?? '')
      const known = ids.every((id) => fields.some((field) => field.id === id))
      return foundIf(known && !canHold(condition, fields), path, {
        fields: fields.filter((field) => ids.includes(field.id)).map((field) => field.label),
      })
    }),
)

interface PlacedCondition {
  readonly condition: Condition
  readonly path: string
  readonly fields: readonly Field[]
}

/** Every condition of an item, with its place and the fields it may look at. */
function conditionsOf({ fields, fees, materials, steps }: ServiceItem): readonly PlacedCondition[] {
  const ofFields = (list: readonly Field[], path: string) =>
    list.flatMap(({ id, when }) =>
      when ? [{ condition: when, path: `${path}.${id}.when`, fields: list }] : [],
    )
  return [
    ...ofFields(fields, 'fields'),
    ...materials.flatMap(({ id, required, 'fill-in': fillIn }) => [
      ...(typeof required === 'boolean'
        ? []
        : [{ condition: required, path: `materials.${id}.required`, fields }]),
      ...ofFields(fillIn?.fields ?? [], `materials.${id}.fill-in`),
    ]),
    ...steps.flatMap(({ id, when }) => (when ? [{ condition: when, path: `steps.${id}.when`, fields }] : [])),
    ...fees.flatMap(({ when, reductions = [] }, i) => [
      ...(when ? [{ condition: when, path: `fees.${i}.when`, fields }] : []),
      ...reductions.map((one, j) => ({
        condition: one.when,
        path: `fees.${i}.reductions.${j}.when`,
        fields,
      })),
    ]),
  ]
}

function comparisonsOf(condition: Condition) {
  if ('all' in condition) return condition.all
  return 'any' in condition ? condition.any : [condition]
}

export const resultShowsKnownFields = itemRule(
  '证照要显示的“{field}”不是表单中的字段。',
  'The licence shows “{field}”, which is no field of the form.',
  ({ fields, result }) =>
    (result.shows ?? []).flatMap((field) =>
      foundIf(!fields.some((one) => one.id === field), 'result.shows', { field }),
    ),
)
