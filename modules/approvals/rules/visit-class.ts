/** 全程网办、只跑一次、少跑 — the three classes in which a centre counts its handling guides. */

/** Every handling guide is in exactly one of them. */
export const VISIT_CLASSES = ['wholly-online', 'one-visit', 'fewer-visits'] as const
export type VisitClass = (typeof VISIT_CLASSES)[number]

/**
 * Wholly online: everything by depth IV and nobody comes. One visit: at most one, also where post replaces it but not
 * everything is online. Fewer visits: all others.
 */
export function everyGuideFallsIntoOneClass({
  visits,
  depth,
}: {
  readonly visits: number
  readonly depth: number
}): VisitClass {
  if (visits === 0 && depth === 4) return 'wholly-online'
  return visits <= 1 ? 'one-visit' : 'fewer-visits'
}
