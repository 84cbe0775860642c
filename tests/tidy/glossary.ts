/** Legal terms that open the contracts, and GLOSSARY.md, in which each of them stands. */
import ts from 'typescript'
import { isTest, isThere, nodesBelow, placeOf, SOURCES, sourceOf, textOf } from './tree.ts'

const CONTRACTS = SOURCES.filter(
  (path) => /^(packages\/|modules\/[^/]+\/contract\/)/.test(path) && !isTest(path),
)

/** `受理 —`, `即办件、承诺件 —`, `特别程序 (停止计时) —`, at the beginning of a comment. */
const TERMS = /^\/\*\*\s*\*?\s*((?:\p{Script=Han}+、?)+)(?:\s*[（(][^）)]*[）)])?\s+—\s/u

/** 中文 → row of the table, for every row of the glossary. */
export function glossaryRows(): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  if (!isThere('GLOSSARY.md')) return rows
  for (const line of textOf('GLOSSARY.md').split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const [terms = ''] = cells
    if (!/\p{Script=Han}/u.test(terms) || terms === '中文') continue
    for (const term of terms.split(/[、/]/)) rows.set(term.replace(/（.*）|\(.*\)/, '').trim(), cells)
  }
  return rows
}

export function findTermsWithoutEntry(): readonly string[] {
  const rows = glossaryRows()
  return CONTRACTS.flatMap((path) =>
    [...nodesBelow(sourceOf(path))].flatMap((node) => {
      if (!isExported(node)) return []
      const terms = termsOf(node)
      return terms.filter((term) => !rows.has(term)).map((term) => `${placeOf(node)} ${term}`)
    }),
  )
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  )
}

function termsOf(node: ts.Node): readonly string[] {
  const text = node.getSourceFile().text
  const comment = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1)
  const found = comment && TERMS.exec(text.slice(comment.pos, comment.end))?.[1]
  return found ? found.split('、').filter((term) => term !== '') : []
}

/** Rows that lack a column, and English words that stand for two terms. */
export function findUnfinishedRows(): readonly string[] {
  const seen = new Map<string, string>()
  return [...glossaryRows()].flatMap(([term, cells]) => {
    const [, english = '', meaning = ''] = cells
    if (cells.length !== 4 || english === '' || meaning === '') return [`${term}: a column is missing`]
    const other = seen.get(english)
    seen.set(english, cells[0] ?? term)
    return other !== undefined && other !== cells[0] ? [`${english} stands for ${other} and ${term}`] : []
  })
}
