import type { ServiceItem } from '@mashang/flow'
import type { ItemCard, ItemGuide } from '../contract/index.ts'
import { canBeAppliedForOnline } from '../rules/submission.ts'
import { type CatalogueInside, organRefOf } from './needs.ts'

/** A version of an item, as far as its guide shows it. */
interface Guided {
  readonly item: ServiceItem
  readonly publishedAt: string
  readonly suspended?: { readonly since: string; readonly reason: string }
}

/** 办事指南 — a version with everything it refers to. */
export function guideOf(
  inside: Pick<CatalogueInside, 'organs' | 'themes' | 'profile'>,
  { item, publishedAt, suspended }: Guided,
  status: ItemGuide['status'],
  related: readonly ItemCard[],
): ItemGuide {
  const organ = inside.organs.get(item.organ)
  return {
    item,
    organ: {
      ...organRefOf(inside.organs, item.organ),
      office: organ?.['approval-office'] ?? { zh: '—' },
      phone: organ?.phone ?? item.phones.consultation,
      address: organ?.address ?? { zh: '—' },
    },
    themes: item.themes.flatMap((id) => inside.themes.get(id) ?? []),
    windows: inside.profile.windows.filter(({ id }) => item.windows.includes(id)),
    online: canBeAppliedForOnline(item) && status === 'published',
    status,
    suspended: status === 'suspended' ? suspended : undefined,
    related: [...related],
    publishedAt,
  }
}
