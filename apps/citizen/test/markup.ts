/** Reads the markup of a page into a tree, enough of HTML to look at what React wrote. */

export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const VOID = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'progress-void', 'source', 'wbr'])
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/g

interface Open {
  tag: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

export function parse(html: string): Element {
  const root: Open = { tag: 'root', attributes: {}, children: [] }
  const stack: Open[] = [root]
  for (const [, close, tag, attributes, empty, text] of html
    .replace(/^<!doctype html>/, '')
    .matchAll(TOKEN)) {
    const parent = stack.at(-1) ?? root
    if (text !== undefined) parent.children.push(decoded(text))
    else if (tag === undefined) continue
    else if (close) {
      if (parent.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}>`)
      stack.pop()
    } else {
      const element: Open = { tag, attributes: readAttributes(attributes ?? ''), children: [] }
      parent.children.push(element)
      if (!empty && !VOID.has(tag)) stack.push(element)
    }
  }
  if (stack.length !== 1) throw new Error(`<${stack.at(-1)?.tag}> is never closed`)
  return root
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)]),
  )
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

/** Every element of a tree, in order. */
export function* all(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* all(child)
  }
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

export function find(root: Element, fits: (element: Element) => boolean): Element | undefined {
  for (const element of all(root)) if (fits(element)) return element
  return undefined
}

export function byId(root: Element, id: string): Element | undefined {
  return find(root, ({ attributes }) => attributes.id === id)
}
