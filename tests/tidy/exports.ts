/**
 * Exports that nobody uses. An export is used where another file imports it: by its name, or its whole file by
 * `import *` or `import()`. Beyond that:
 *
 * - A re-export is no use by itself: what an `index.ts` hands on is used only if somebody imports it from there.
 * - What tests alone import must be used in its own file, or be offered by the door of one of the `packages/`
 *   (a library function that has no caller here yet); else it is dead code with a test.
 * - A type is also used where an export that is used speaks of it in the same file: who calls a function may have
 *   to name what it takes and gives. The door may hand such types on.
 */
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { FILES, isTest, isThere, nodesBelow, SOURCES, sourceOf, textOf } from './tree.ts'

interface Exported {
  readonly file: string
  readonly name: string
  readonly line: number
  readonly isType: boolean
  /** Undefined for a re-export. */
  readonly node?: ts.Node
  /** Where a re-export takes it from. */
  readonly from?: { readonly file: string; readonly name: string }
}

/** Doors of our packages: `@mashang/kit` → file. */
const DOORS = new Map<string, string>()
/** Private names of a package: its folder and `#name` → files. */
const PRIVATE = new Map<string, readonly string[]>()
for (const path of FILES.filter((file) => /^(packages|modules|apps)\/[^/]+\/package\.json$/.test(file))) {
  const {
    name,
    exports = {},
    imports = {},
  } = JSON.parse(textOf(path)) as {
    name: string
    exports?: Record<string, string>
    imports?: Record<string, Record<string, string>>
  }
  for (const [door, target] of Object.entries(exports))
    DOORS.set(join(name, door), join(dirname(path), target))
  for (const [inside, targets] of Object.entries(imports))
    PRIVATE.set(
      `${dirname(path)} ${inside}`,
      Object.values(targets).map((target) => join(dirname(path), target)),
    )
}

/** Files a specifier leads to; none for what is not ours. */
function resolve(from: string, specifier: string): readonly string[] {
  if (specifier.startsWith('.')) {
    const path = join(dirname(from), specifier)
    return isThere(path) ? [path] : []
  }
  if (specifier.startsWith('#'))
    return PRIVATE.get(`${from.split('/').slice(0, 2).join('/')} ${specifier}`) ?? []
  const door = DOORS.get(specifier)
  return door === undefined ? [] : [door]
}

const exportsOf = new Map<string, Exported[]>()

/** `file name` of everything that is imported, `file *` for a whole file; by what ships, and by tests. */
class Uses {
  readonly #keys = new Set<string>()

  add(file: string, name: string): void {
    this.#keys.add(`${file} ${name}`)
  }

  has({ file, name }: { readonly file: string; readonly name: string }): boolean {
    return this.#keys.has(`${file} ${name}`) || this.#keys.has(`${file} *`)
  }

  namesOf(file: string): readonly string[] {
    const start = `${file} `
    return [...this.#keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length))
  }

  get size(): number {
    return this.#keys.size
  }
}

const shipped = new Uses()
const tested = new Uses()
/** What the doors of `packages/` offer, followed to where it stands. */
const offered = new Uses()

export function findDeadExports(): readonly string[] {
  for (const file of SOURCES) read(file)
  for (const [file, list] of exportsOf)
    if (/^packages\/[^/]+\/index\.ts$/.test(file)) for (const { name } of list) offered.add(file, name)
  for (const uses of [shipped, tested, offered]) follow(uses)
  const all = [...exportsOf.values()].flat()
  return all.filter(isDead).map(({ file, line, name }) => `${file}:${line} ${name}`)
}

function isDead(one: Exported): boolean {
  const { file, name, from, isType } = one
  const isOurs = /^(packages|modules|apps)\//.test(file) && !isTest(file) && !/\.config\.ts$/.test(file)
  if (!isOurs || name === '*' || shipped.has(one)) return false
  if (from) {
    const isHandedOn = isType ? shipped.has(from) || tested.has(from) : tested.has(from) && !shipped.has(from)
    return !tested.has(one) && !isHandedOn
  }
  return !(tested.has(one) && (offered.has(one) || isUsedInItsFile(one)))
}

function isUsedInItsFile({ file, name }: Exported): boolean {
  let count = 0
  for (const node of nodesBelow(sourceOf(file))) if (ts.isIdentifier(node) && node.text === name) count++
  return count > 1
}

/** Goes through re-exports, and to the types that what is used speaks of, until nothing new is found. */
function follow(uses: Uses): void {
  for (let before = -1; before !== uses.size; ) {
    before = uses.size
    for (const [file, list] of exportsOf) {
      for (const { from, node } of list.filter((one) => uses.has(one))) {
        if (from && from.name !== '*') uses.add(from.file, from.name)
        else if (node) markTypes(uses, file, node)
      }
      followStars(uses, file, list)
    }
  }
}

/** `export *` hands on whatever is asked for. */
function followStars(uses: Uses, file: string, list: readonly Exported[]): void {
  const stars = list.filter(({ name, from }) => name === '*' && from)
  if (stars.length === 0) return
  const names = uses.namesOf(file)
  for (const { from } of stars) if (from) for (const name of names) uses.add(from.file, name)
}

function markTypes(uses: Uses, file: string, node: ts.Node): void {
  const types = (exportsOf.get(file) ?? []).filter((one) => one.isType && one.node && !uses.has(one))
  if (types.length === 0) return
  const words = new Set(node.getText().match(/[A-Za-z_$][\w$]*/g))
  for (const { name } of types) if (words.has(name)) uses.add(file, name)
}

function read(file: string): void {
  const source = sourceOf(file)
  exportsOf.set(
    file,
    source.statements.flatMap((statement) => exportedBy(file, statement)),
  )
  for (const statement of source.statements)
    if (ts.isImportDeclaration(statement)) readImport(file, statement)
  readDynamicImports(file, source)
}

/** Builders in `testing/`, measurements and the workshop are no tests of what they use. */
const isTestOnly = (file: string) => /\.test\.tsx?$|(^|\/)(test|tests)\//.test(file)

function use(from: string, specifier: ts.Node, name: string): void {
  if (!ts.isStringLiteral(specifier)) return
  const uses = isTestOnly(from) ? tested : shipped
  for (const target of resolve(from, specifier.text)) uses.add(target, name)
}

function readImport(file: string, { importClause, moduleSpecifier }: ts.ImportDeclaration): void {
  if (importClause?.name) use(file, moduleSpecifier, 'default')
  const bindings = importClause?.namedBindings
  if (bindings === undefined) return
  if (ts.isNamespaceImport(bindings)) use(file, moduleSpecifier, '*')
  else
    for (const { name, propertyName } of bindings.elements)
      use(file, moduleSpecifier, (propertyName ?? name).text)
}

/** `import('…')`, and `import('…').Name` in types; `const { a } = await import('…')` names what it takes. */
function readDynamicImports(file: string, source: ts.SourceFile): void {
  if (!textOf(file).includes('import(')) return
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    )
      for (const name of namesTaken(node)) use(file, node.arguments[0], name)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      use(file, node.argument.literal, node.qualifier?.getText() ?? '*')
    node.forEachChild(visit)
  }
  visit(source)
}

function namesTaken(call: ts.CallExpression): readonly string[] {
  const { parent } = call
  const declaration = ts.isAwaitExpression(parent) ? parent.parent : parent
  if (!ts.isVariableDeclaration(declaration) || !ts.isObjectBindingPattern(declaration.name)) return ['*']
  return declaration.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())
}

function exportedBy(file: string, statement: ts.Statement): Exported[] {
  const line = sourceOf(file).getLineAndCharacterOfPosition(statement.getStart()).line + 1
  if (ts.isExportDeclaration(statement)) return reexportedBy(file, line, statement)
  if (ts.isExportAssignment(statement))
    return [{ file, name: 'default', line, isType: false, node: statement }]
  const isExported = ts.canHaveModifiers(statement)
    ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false
  if (!isExported) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((node) =>
      namesIn(node.name).map((name) => ({ file, name, line, isType: false, node })),
    )
  }
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  const isNamed = isType || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  const name = isNamed ? (statement.name?.text ?? 'default') : ''
  return isNamed ? [{ file, name, line, isType, node: statement }] : []
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []))
}

function reexportedBy(file: string, line: number, statement: ts.ExportDeclaration): Exported[] {
  const { exportClause, moduleSpecifier, isTypeOnly } = statement
  const specifier = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined
  const targets = specifier === undefined ? [file] : resolve(file, specifier)
  if (exportClause === undefined || ts.isNamespaceExport(exportClause)) {
    const name = exportClause?.name.text ?? '*'
    return targets.map((target) => ({ file, name, line, isType: false, from: { file: target, name: '*' } }))
  }
  return exportClause.elements.flatMap(({ name, propertyName, isTypeOnly: isType }) =>
    targets.map((target) => ({
      file,
      name: name.text,
      line,
      isType: isTypeOnly || isType,
      from: { file: target, name: (propertyName ?? name).text },
    })),
  )
}
