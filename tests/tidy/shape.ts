/** What one file can be blamed for by itself: its length, its functions, its name, words that do not belong in it. */
import ts from 'typescript'
import { FILES, isTest, nodesBelow, placeOf, SOURCES, sourceOf, textOf } from './tree.ts'

const MOST_LINES = 400
const MOST_LINES_OF_A_FUNCTION = 70
const MOST_LINES_OF_A_README = 60

/** Made or copied, not written: its length says nothing about us. */
const isWritten = (path: string) => /\.(ts|tsx|mts|mjs|js|css|sql|typ|html)$/.test(path)

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n').length

export function findLongFiles(): readonly string[] {
  const tooLong = (path: string) => {
    const lines = linesOf(textOf(path))
    const most = /^(packages|modules|apps)\/[^/]+\/README\.md$/.test(path)
      ? MOST_LINES_OF_A_README
      : isWritten(path)
        ? MOST_LINES
        : Number.POSITIVE_INFINITY
    return lines > most ? [`${path}: ${lines} lines, at most ${most}`] : []
  }
  return FILES.flatMap(tooLong)
}

/** `describe` only gathers; what it holds is measured piece by piece. */
function isGathering(node: ts.Node): boolean {
  const call = node.parent
  return ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText())
}

export function findLongFunctions(): readonly string[] {
  return SOURCES.flatMap((path) => {
    const source = sourceOf(path)
    const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
    return [...nodesBelow(source)].flatMap((node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isGathering(node)) return []
      const lines = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1
      return lines > MOST_LINES_OF_A_FUNCTION
        ? [`${placeOf(node)}: ${lines} lines, at most ${MOST_LINES_OF_A_FUNCTION}`]
        : []
    })
  })
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
/** Names that tools and readers expect just so. */
const AS_EXPECTED =
  /^(README(\.zh-CN)?|ARCHITECTURE|GLOSSARY|CONTRIBUTING|CHANGELOG|SECURITY)\.md$|^LICENSE$|^Dockerfile$|^HEAD$|^\.|\.(ttf|otf|woff2)$|^OFL\.txt$/
const SAYS_NOTHING = /^(utils?|helpers?|common|v2)(\.|$)/

export function findBadNames(): readonly string[] {
  return FILES.filter((path) =>
    path.split('/').some((name) => (!KEBAB.test(name) && !AS_EXPECTED.test(name)) || SAYS_NOTHING.test(name)),
  )
}

/** Put together here, so that this file does not find itself. */
const SILENCERS = new RegExp(
  `@ts-(ignore|expect-error|nocheck)|biome-${'ignore'}|eslint-${'disable'}|\\b(${'TO'}DO|${'FIX'}ME)\\b`,
)

export function findSilencers(): readonly string[] {
  const isText = /\.(ts|tsx|mts|mjs|js|css|sql|typ|html|md|ya?ml|json)$/
  return FILES.filter((path) => isText.test(path) && path !== 'package-lock.json').flatMap((path) =>
    path.startsWith('tests/tidy')
      ? []
      : textOf(path)
          .split('\n')
          .flatMap((line, i) => (SILENCERS.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
  )
}

/** `any`, and what Node cannot run by leaving out the types. */
export function findForbiddenSyntax(): readonly string[] {
  return SOURCES.flatMap((path) =>
    [...nodesBelow(sourceOf(path))].flatMap((node) => {
      const what = forbiddenIn(node)
      return what ? [`${placeOf(node)} ${what}`] : []
    }),
  )
}

function forbiddenIn(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any'
  if (ts.isEnumDeclaration(node)) return 'enum'
  if (ts.isModuleDeclaration(node) && !ts.isStringLiteral(node.name)) return 'namespace'
  const isProperty = ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)
  return isProperty ? 'parameter property' : undefined
}

/**
 * Settings are read in one place of each app; everything else receives arguments. To hand the whole environment on
 * to a process that is started (`Object.entries(process.env)`, `{ ...process.env }`) is no reading of a setting.
 */
export function findEnvironmentReaders(): readonly string[] {
  const mayRead = (path: string) => isTest(path) || /^apps\/[^/]+\/config\.ts$|\.config\.ts$/.test(path)
  return SOURCES.filter((path) => !mayRead(path)).flatMap((path) =>
    [...nodesBelow(sourceOf(path))].filter(readsEnvironment).map(placeOf),
  )
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return /['"](node:)?process['"]/.test(node.moduleSpecifier.getText())
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'env') return false
  const { parent } = node
  const isHandedOn =
    ts.isSpreadAssignment(parent) ||
    (ts.isCallExpression(parent) && parent.expression.getText() === 'Object.entries')
  return node.expression.getText() === 'process' && !isHandedOn
}
