/** Refusal codes: what the code refuses with, and what the catalogue has words for. */
import ts from 'typescript'
import { REFUSALS } from '../../packages/kit/refusal-texts.ts'
import { isTest, nodesBelow, placeOf, SOURCES, sourceOf } from './tree.ts'

/** `refuse(code, …)` and those that make refusals of one kind; the place of the code among their arguments. */
const MAKERS: Readonly<Record<string, number>> = { refuse: 0, refuseCode: 1, refuseStop: 0 }

const SHIPPED = SOURCES.filter((path) => !isTest(path) && !path.startsWith('packages/kit/refusals/'))

/** Codes that are refused with, or promised by an endpoint, without a text in the catalogue. */
export function findUnknownCodes(): readonly string[] {
  return SHIPPED.flatMap((path) =>
    [...nodesBelow(sourceOf(path))].flatMap((node) =>
      codesIn(node)
        .filter(({ text }) => !Object.hasOwn(REFUSALS, text))
        .map((code) => `${placeOf(code)} ${code.text}`),
    ),
  )
}

function codesIn(node: ts.Node): readonly ts.StringLiteral[] {
  if (ts.isCallExpression(node)) {
    const given = node.arguments[MAKERS[node.expression.getText()] ?? -1]
    return given ? literalsIn(given) : []
  }
  const isPromise = ts.isPropertyAssignment(node) && node.name.getText() === 'refusals'
  return isPromise && ts.isArrayLiteralExpression(node.initializer)
    ? node.initializer.elements.filter(ts.isStringLiteral)
    : []
}

/** One text, or the two of a choice. */
function literalsIn(node: ts.Expression): readonly ts.StringLiteral[] {
  if (ts.isStringLiteral(node)) return [node]
  return ts.isConditionalExpression(node) ? [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)] : []
}

/** Codes of the catalogue that nothing shipped ever names. */
export function findUnusedCodes(): readonly string[] {
  const named = new Set<string>()
  for (const path of SHIPPED)
    for (const node of nodesBelow(sourceOf(path))) if (ts.isStringLiteralLike(node)) named.add(node.text)
  return Object.keys(REFUSALS).filter((code) => !named.has(code))
}
