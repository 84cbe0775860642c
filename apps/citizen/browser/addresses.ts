interface Region {
  readonly code: string
  readonly name: string
}

/** Fills the list of the next level as soon as a region is chosen, and empties those further down. */
export function connectAddresses(address: HTMLElement): void {
  const selects = [...address.querySelectorAll<HTMLSelectElement>('select[data-level]')]
  for (const [at, select] of selects.entries()) {
    select.addEventListener('change', async () => {
      for (const later of selects.slice(at + 1)) fill(later, [])
      const next = selects[at + 1]
      const parent = select.value
      if (!next || parent === '') return
      const regions = await findRegions(parent)
      if (select.value === parent) fill(next, regions)
    })
  }
}

/** The first option says to choose one; a list without regions stays away. */
function fill(select: HTMLSelectElement, regions: readonly Region[]): void {
  select.replaceChildren(
    ...[...select.options].slice(0, 1),
    ...regions.map(({ code, name }) => new Option(name, code)),
  )
  select.value = ''
  const level = select.closest<HTMLElement>('.address-level')
  if (level) level.hidden = regions.length === 0
}

async function findRegions(parent: string): Promise<readonly Region[]> {
  try {
    const answer = await fetch(`/api/approvals/regions?${new URLSearchParams({ parent })}`)
    return answer.ok ? ((await answer.json()) as { regions: Region[] }).regions : []
  } catch {
    return []
  }
}
