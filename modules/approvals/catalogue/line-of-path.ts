import { isNode, LineCounter, parseDocument } from 'yaml'

/** Line of a YAML or JSON text on which the value at a dotted path stands, or the nearest one above it that is there. */
export function lineOfPath(text: string, path: string): number {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const parts = path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  for (let length = parts.length; length > 0; length--) {
    const node = document.getIn(parts.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
