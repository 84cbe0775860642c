/** 一次提交 — what the joint opinion on the drawings stands for is not asked of the owner again. Pure. */
import type { ProjectStages, SharedMaterial, SheetFile } from '@mashang/flow'
import type { Project } from './state.ts'

type Files = Readonly<Record<string, readonly SheetFile[]>>

/** The opinion as a file, where one was issued. */
export function opinionFileOf({ documents }: Project): SheetFile | undefined {
  const issued = documents.find(({ kind }) => kind === 'joint-review')
  return (
    issued && {
      digest: issued.file,
      name: `${issued.number}.pdf`,
      size: issued.size,
      type: 'application/pdf',
    }
  )
}

/** Keys of the materials for which the opinion stands, by the data of the city. */
export function theOpinionStandsForItsMaterials(
  { 'drawing-review': { serves = [] } }: Pick<ProjectStages, 'drawing-review'>,
  project: Project,
  materials: readonly SharedMaterial[],
): readonly string[] {
  if (!opinionFileOf(project)) return []
  return materials.filter(({ material }) => serves.includes(material.name.zh)).map(({ key }) => key)
}

/** The files of a sheet, with the opinion where it stands for a material and the owner gave nothing else. */
export function withTheOpinion(files: Files, served: readonly string[], project: Project): Files {
  const opinion = opinionFileOf(project)
  if (!opinion) return files
  const given = served.filter((key) => (files[key] ?? []).length === 0)
  return { ...files, ...Object.fromEntries(given.map((key) => [key, [opinion]])) }
}
