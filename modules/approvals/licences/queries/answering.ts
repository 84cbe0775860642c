import type { Who } from '@mashang/kit'
import type { Inside } from '../../inside.ts'
import { holderOf } from '../../store/held.ts'
import type { Answering } from '../rules/reading.ts'

/** What a citizen answers for; of enterprises, those whose agent he is known to be. */
export async function answeringOf(inside: Inside, who: Who): Promise<Answering> {
  const person = who.kind === 'citizen' ? await inside.findPerson(who.id) : undefined
  if (!person) return { usccs: [] }
  const known = person.enterprises.filter(
    ({ uscc }) => holderOf(person, { kind: 'enterprise', uscc }).verified,
  )
  return { idCard: person.idCard, usccs: known.map(({ uscc }) => uscc) }
}
