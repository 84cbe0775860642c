import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Fails with every violation of WCAG 2.2 AA that axe finds on the page as it stands. */
export async function mustBeAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // A page without frames needs no second page to put the findings of its frames together.
    .setLegacyMode(page.frames().length === 1)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}`),
  ])
  throw new Error(`${page.url()} is not accessible:\n${lines.join('\n')}`)
}
