import { legalDayOf } from '@mashang/kit'
import type { Party, ProjectDocument, ProjectHead } from '../contract/index.ts'
import { OWNER } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Project } from '../rules/project.ts'
import { isSecret, type Standing } from '../rules/secrecy.ts'

/** How the pages of what is done together name a project. */
export function headOf(
  inside: Inside,
  { id, project, standing }: { readonly id: string; readonly project: Project; readonly standing: Standing },
): ProjectHead {
  return {
    id,
    name: String(project.facts.name),
    code: project.code?.code ?? '',
    owner: project.owner.name,
    secret: isSecret(project.facts),
    today: legalDayOf(inside.clock.now()),
    standing,
  }
}

/** What a party is called: the owner by his firm, an office by its short name. */
export function partyName({ organs }: Pick<Inside, 'organs'>, project: Project, party: Party) {
  if (party === OWNER) return { zh: project.owner.name }
  return organs.get(party)?.short ?? { zh: party }
}

/** The document that an entry of this revision called for, once it is there. */
export function documentOf({ documents }: Project, of: number | undefined): ProjectDocument | undefined {
  const found = documents.find((one) => one.of === of)
  return found && { id: found.id, number: found.number, code: found.code }
}

/** The one of a kind, where there can be only one. */
export function documentOfKind(
  { documents }: Project,
  kind: Project['documents'][number]['kind'],
): ProjectDocument | undefined {
  const found = documents.find((one) => one.kind === kind)
  return found && { id: found.id, number: found.number, code: found.code }
}
