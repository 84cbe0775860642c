/** The files of the house, and their syntax. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export const ROOT = join(import.meta.dirname, '..', '..')

/** What is made, installed or kept by a running server stands in `.gitignore`; it is nobody's writing. */
const IGNORED = new Set([
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#')),
])

function isIgnored(path: string, name: string): boolean {
  return IGNORED.has(name) || IGNORED.has(path) || IGNORED.has(`/${path}`) || name.endsWith('.log')
}

/** Every file, as a path from the root with `/`, in order. */
export const FILES: readonly string[] = filesUnder('')

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .sort()
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`
      if (isIgnored(path, name)) return []
      const found = statSync(join(ROOT, path), { throwIfNoEntry: false })
      if (found === undefined) return []
      return found.isDirectory() ? filesUnder(path) : [path]
    })
}

const texts = new Map<string, string>()

export function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(join(ROOT, path), 'utf8')
  texts.set(path, text)
  return text
}

export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path))
}

/** Everything we wrote that TypeScript can read. */
export const SOURCES = FILES.filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith('.d.ts'))

/** Tests, and what only they, measurements and the workshop use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)(test|tests|testing|bench|scripts)\//.test(path)
}

const parsed = new Map<string, ts.SourceFile>()

export function sourceOf(path: string): ts.SourceFile {
  const known = parsed.get(path)
  if (known) return known
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : /js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, kind)
  parsed.set(path, source)
  return source
}

/** `path:line`, as an editor opens it. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile()
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/** All nodes below one, outermost first. */
export function* nodesBelow(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = []
  node.forEachChild((child) => {
    children.push(child)
  })
  for (const child of children) {
    yield child
    yield* nodesBelow(child)
  }
}
