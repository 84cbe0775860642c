/** Links of our documents that lead nowhere. */
import { dirname, join, normalize } from 'node:path'
import { FILES, isThere, textOf } from './tree.ts'

const DOCUMENTS = FILES.filter((path) => path.endsWith('.md'))

export function findBrokenLinks(): readonly string[] {
  return DOCUMENTS.flatMap((path) =>
    linksOf(path).flatMap(({ target, line }) => {
      const isBroken = isElsewhere(target) ? false : !leadsSomewhere(path, target)
      return isBroken ? [`${path}:${line} ${target}`] : []
    }),
  )
}

const isElsewhere = (target: string) => /^[a-z][a-z0-9+.-]*:/i.test(target)

function leadsSomewhere(path: string, target: string): boolean {
  const [place = '', anchor] = target.split('#')
  const file =
    place === '' ? path : normalize(join(dirname(path), decodeURIComponent(place))).replace(/\/$/, '')
  if (file.startsWith('..') || !isThere(file)) return false
  return anchor === undefined || !file.endsWith('.md') || anchorsOf(file).has(decodeURIComponent(anchor))
}

/** `[text](target)`, `![picture](target)`, `<img src>` and `[name]: target`, outside of code. */
function linksOf(path: string): readonly { readonly target: string; readonly line: number }[] {
  const LINK =
    /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|<(?:img|a|source)\s[^>]*?(?:src|href|srcset)="([^"]+)"|^\[[^\]]+\]:\s+(\S+)/g
  return proseOf(path).flatMap((text, i) =>
    [...text.matchAll(LINK)].map(([, one, two, three]) => ({
      target: one ?? two ?? three ?? '',
      line: i + 1,
    })),
  )
}

/** The lines of a document, those of code blocks empty and code inside a line taken out. */
function proseOf(path: string): readonly string[] {
  let isCode = false
  return textOf(path)
    .split('\n')
    .map((line) => {
      const isFence = /^\s*(```|~~~)/.test(line)
      if (isFence) isCode = !isCode
      return isFence || isCode ? '' : line.replace(/`[^`]*`/g, '')
    })
}

/** As GitHub makes them of headings: lower case, blanks to hyphens, signs left out, a number where one comes again. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  const fenced = proseOf(path)
  textOf(path)
    .split('\n')
    .forEach((line, i) => {
      const heading = fenced[i] === '' ? undefined : /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1]
      if (heading === undefined) return
      const slug = heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .replace(/\s/g, '-')
      let name = slug
      for (let again = 1; anchors.has(name); again++) name = `${slug}-${again}`
      anchors.add(name)
    })
  return anchors
}
