/** What the data of the stages owe their readers, before anything is done by them. Pure. */
import {
  comparedFields,
  criticalPathOf,
  type FormValues,
  type ProjectStages,
  type StageItem,
} from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { totalOf, worksOf } from './stages.ts'

/** What the stages refer to. */
export interface StageSurroundings {
  readonly organs: ReadonlySet<string>
  /** Codes of the service items that can be applied for. */
  readonly items: ReadonlySet<string>
  readonly laws: ReadonlySet<string>
}

export interface StageFinding {
  readonly rule: string
  readonly path: string
  readonly words: Words
}

/** Everything that is wrong with a city's stages; none when they can be worked by. */
export function checkStages(stages: ProjectStages, around: StageSurroundings): readonly StageFinding[] {
  return [
    ...stageRefersToWhatThereIs(stages, around),
    ...conditionComparesAFact(stages),
    ...worksOfAStageMakeNoCircle(stages),
    ...criticalPathIsAsPromised(stages),
  ]
}

function itemsIn({ stages }: ProjectStages): readonly { readonly item: StageItem; readonly path: string }[] {
  return stages.flatMap((stage) =>
    stage.items.map((item) => ({ item, path: `stages.${stage.id}.${item.id}` })),
  )
}

function found(rule: string, path: string, zh: string, en: string): StageFinding {
  return { rule, path, words: { zh, en } }
}

/** Organs, service items and laws that are named must be there. */
export function stageRefersToWhatThereIs(
  stages: ProjectStages,
  { organs, items, laws }: StageSurroundings,
): readonly StageFinding[] {
  const rule = 'stageRefersToWhatThereIs'
  const review = stages['drawing-review']
  const named = [
    ...stages.stages.map(({ id, lead }) => ({ organ: lead, path: `stages.${id}.lead` })),
    ...itemsIn(stages).map(({ item, path }) => ({ organ: item.organ, path })),
    ...[review, stages.acceptance].flatMap(({ lead, offices }) =>
      [lead, ...offices.map(({ organ }) => organ)].map((organ) => ({ organ, path: 'offices' })),
    ),
  ]
  const ids = new Set(itemsIn(stages).map(({ item }) => item.id))
  const bases = [...stages.basis, stages.code.basis, review.basis, stages.acceptance.basis]
  return [
    ...named
      .filter(({ organ }) => !organs.has(organ))
      .map(({ organ, path }) => found(rule, path, `没有部门“${organ}”。`, `There is no organ “${organ}”.`)),
    ...itemsIn(stages)
      .filter(({ item }) => item.item !== undefined && !items.has(item.item))
      .map(({ item: { item }, path }) =>
        found(rule, path, `目录中没有事项“${item}”。`, `The catalogue has no item “${item}”.`),
      ),
    ...[review, stages.acceptance]
      .flatMap(({ after = [] }) => after)
      .filter((id) => !ids.has(id))
      .map((id) => found(rule, 'after', `没有审批事项“${id}”。`, `There is no item “${id}”.`)),
    ...bases
      .filter(({ law }) => !laws.has(law))
      .map(({ law }) =>
        found(rule, 'basis', `依据“${law}”不在法律法规表中。`, `“${law}” is not in the table of laws.`),
      ),
  ]
}

/** A condition compares a fact that is asked of every project. */
export function conditionComparesAFact(stages: ProjectStages): readonly StageFinding[] {
  const facts = new Set(stages.fields.map(({ id }) => id))
  const conditions = [
    ...itemsIn(stages).map(({ item, path }) => ({ when: item.when, path })),
    ...[stages['drawing-review'], stages.acceptance].flatMap(({ offices }) =>
      offices.map(({ organ, when }) => ({ when, path: `offices.${organ}` })),
    ),
  ]
  return conditions.flatMap(({ when, path }) =>
    (when ? comparedFields(when) : [])
      .filter((field) => !facts.has(field))
      .map((field) =>
        found(
          'conditionComparesAFact',
          path,
          `条件比较的“${field}”不是项目信息。`,
          `The condition compares “${field}”, which is no fact of a project.`,
        ),
      ),
  )
}

/** What waits, waits for something of its own stage that does not wait for it. */
export function worksOfAStageMakeNoCircle({ stages }: ProjectStages): readonly StageFinding[] {
  const rule = 'worksOfAStageMakeNoCircle'
  return stages.flatMap((stage) => {
    const ids = new Set(stage.items.map(({ id }) => id))
    const unknown = stage.items.flatMap(({ id, after = [] }) =>
      after
        .filter((one) => !ids.has(one))
        .map((one) =>
          found(rule, `stages.${stage.id}.${id}`, `本阶段没有“${one}”。`, `The stage has no “${one}”.`),
        ),
    )
    try {
      criticalPathOf(worksOf(stage.items))
      return unknown
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return [...unknown, found(rule, `stages.${stage.id}`, `先后关系成环：${why}`, `A circle: ${why}`)]
    }
  })
}

/** 关键路径：the sum of the critical paths of each kind of project is what the city promises, 38 working days for most. */
export function criticalPathIsAsPromised(stages: ProjectStages): readonly StageFinding[] {
  return stages.types.flatMap(({ id, facts, total }) => {
    const reckoned = totalOf(stages, facts as FormValues)
    return `${reckoned}wd` === total
      ? []
      : [
          found(
            'criticalPathIsAsPromised',
            `types.${id}`,
            `关键路径合计 ${reckoned} 个工作日，写的是 ${total}。`,
            `The critical paths add up to ${reckoned} working days, not ${total}.`,
          ),
        ]
  })
}
