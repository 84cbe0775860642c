import type { Who } from '@mashang/kit'

/** What this reader's question is about: supervision may ask of any organ, an office only of its own. */
export function organAsked(who: Who, asked: string | undefined): string | undefined {
  if (who.kind !== 'staff') return ''
  const all = who.roles.includes('supervisor') || who.roles.includes('administrator')
  return all ? asked : who.organ
}
