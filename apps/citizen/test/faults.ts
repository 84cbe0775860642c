import { all, type Element, textOf } from './markup.ts'

/** What would keep someone from using a page, or break the site's own policy; none on a good page. */
export function faultsOf(root: Element): string[] {
  const elements = [...all(root)]
  return [
    ...headingFaults(elements),
    ...idFaults(elements),
    ...inputFaults(elements),
    ...formFaults(elements),
    ...policyFaults(elements),
    ...nameFaults(elements),
  ]
}

function headingFaults(elements: readonly Element[]): string[] {
  const levels = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]))
  const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['not exactly one h1']
  for (const [at, level] of levels.entries())
    if (at > 0 && level > (levels[at - 1] ?? 0) + 1) faults.push(`h${level} after h${levels[at - 1]}`)
  return faults
}

function idFaults(elements: readonly Element[]): string[] {
  const ids = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined)
  const known = new Set(ids)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} twice`)
  const lost = elements.flatMap(({ tag, attributes }) =>
    ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls']
      .flatMap((name) => (attributes[name] ?? '').split(' ').filter(Boolean))
      .filter((id) => !known.has(id))
      .map((id) => `<${tag}> points to ${id}, which is not there`),
  )
  const broken = elements
    .filter(({ tag, attributes }) => tag === 'a' && attributes.href?.startsWith('#'))
    .map(({ attributes }) => decodeURIComponent((attributes.href ?? '').slice(1)))
    .filter((id) => !known.has(id))
    .map((id) => `a link leads to #${id}, which is not there`)
  return [...twice, ...lost, ...broken]
}

function inputFaults(elements: readonly Element[]): string[] {
  const labelled = new Set(
    elements.filter(({ tag }) => tag === 'label').map(({ attributes }) => attributes.for),
  )
  return elements
    .filter(({ tag, attributes }) => /^(input|select|textarea)$/.test(tag) && attributes.type !== 'hidden')
    .filter(({ attributes }) => !attributes['aria-label'] && !labelled.has(attributes.id))
    .map(({ attributes }) => `the input ${attributes.name} has no label`)
}

function formFaults(elements: readonly Element[]): string[] {
  return elements
    .filter(({ tag, attributes }) => tag === 'form' && attributes.method === 'post')
    .filter((form) => {
      // The token must come before any file, or the door cannot check it.
      const inputs = [...all(form)].filter(({ tag }) => tag === 'input')
      return inputs[0]?.attributes.name !== '_csrf'
    })
    .map(({ attributes }) => `the form to ${attributes.action} does not begin with its token`)
}

/** The site's policy allows neither inline scripts nor styles. */
function policyFaults(elements: readonly Element[]): string[] {
  return elements.flatMap(({ tag, attributes, children }) => [
    ...(tag === 'script' && children.length > 0 ? ['an inline script'] : []),
    ...(tag === 'style' || attributes.style !== undefined ? [`an inline style on <${tag}>`] : []),
    ...Object.keys(attributes)
      .filter((name) => /^on/.test(name))
      .map((name) => `${name} on <${tag}>`),
  ])
}

function nameFaults(elements: readonly Element[]): string[] {
  const nameless = elements
    .filter(({ tag }) => tag === 'a' || tag === 'button' || tag === 'summary' || tag === 'legend')
    .filter((element) => textOf(element).trim() === '')
    .map(({ tag, attributes }) => `<${tag} ${attributes.href ?? ''}> has no words`)
  const drawings = elements
    .filter(({ tag, attributes }) => tag === 'svg' && attributes['aria-hidden'] !== 'true')
    .filter(({ attributes }) => attributes.role !== 'img' || !attributes['aria-label'])
    .map(() => 'a drawing neither hidden nor named')
  return [...nameless, ...drawings]
}
