/** The fences of `.dependency-cruiser.mjs`: each one refuses what is planted against it, and the tree itself passes. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const CRUISE = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string; readonly severity: string }
}

/** What dependency-cruiser finds in a tree that has the house's folders. */
async function cruise(folder: string): Promise<readonly Violation[]> {
  const args = [
    CRUISE,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'packages',
    'modules',
    'apps',
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 2 ** 28,
  }).catch((error: { stdout?: string }) => {
    // It exits with the number of violations; what it found is on stdout all the same.
    if (!error.stdout?.startsWith('{')) throw error
    return { stdout: error.stdout }
  })
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations
}

/** File to plant → what it imports. The violations of each must be of the rule it stands under, and no other. */
const PLANTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'no-circle': {
    'apps/cli/one.ts': ['./other.ts'],
    'modules/approvals/commands/one.ts': ['../queries/other.ts'],
  },
  'kit-imports-nothing-of-ours': {
    'packages/kit/reaches-up.ts': ['../flow/index.ts'],
    'packages/kit/reaches-up-by-name.ts': ['@mashang/store'],
  },
  'flow-and-proof-import-kit-only': {
    'packages/flow/knows-the-store.ts': ['@mashang/store'],
    'packages/proof/knows-flow.ts': ['type @mashang/flow'],
  },
  'pure-packages-stay-in-the-browser': {
    'packages/ui/reads-files.ts': ['node:fs'],
    'packages/kit/codes/reads-files.ts': ['fs/promises'],
  },
  'packages-never-import-modules-or-apps': {
    'packages/store/knows-a-module.ts': ['@mashang/approvals'],
    'packages/document/knows-an-app.ts': ['../../apps/server/index.ts'],
  },
  'modules-never-import-another-module': {
    'modules/approvals/commands/knows-identity.ts': ['@mashang/identity'],
    'modules/identity/commands/knows-an-inside.ts': ['../../approvals/store/cases.ts'],
    'modules/hotline/commands/asks-by-a-type.ts': ['type ../../approvals/store/cases.ts'],
  },
  'modules-never-import-apps': {
    'modules/approvals/jobs/knows-the-server.ts': ['../../../apps/server/index.ts'],
  },
  'contract-imports-flow-and-kit-only': {
    'modules/approvals/contract/knows-the-store.ts': ['@mashang/store'],
    'modules/approvals/contract/knows-its-own-rules.ts': ['../rules/intake.ts'],
  },
  'rules-are-pure': {
    'modules/approvals/rules/reads-the-store.ts': ['../store/cases.ts'],
    'modules/approvals/rules/writes-sql.ts': ['kysely'],
  },
  'web-imports-contracts-only': {
    'apps/desk/src/reads-the-store.ts': ['@mashang/store'],
    'apps/citizen/pages/knows-an-inside.tsx': ['../../../modules/approvals/rules/intake.ts'],
    'apps/citizen/pages/knows-the-server.tsx': ['../../server/index.ts'],
  },
  'only-the-server-knows-every-module': {
    'apps/kiosk/knows-a-module.ts': ['@mashang/approvals'],
  },
  'nothing-shipped-imports-tests': {
    'modules/approvals/commands/uses-a-builder.ts': ['../testing/index.ts'],
    'packages/kit/uses-a-test.ts': ['./money.test.ts'],
  },
  'no-undeclared-dependency': {
    'modules/approvals/queries/takes-what-is-there.ts': ['hoisted'],
  },
  'no-unresolvable': {
    'modules/approvals/queries/points-nowhere.ts': ['./nowhere.ts'],
    'packages/store/points-nowhere.ts': ['not-installed'],
  },
}

/** The other halves of the circles, each of which is told once. */
const HALVES: Readonly<Record<string, readonly string[]>> = {
  'apps/cli/other.ts': ['./one.ts'],
  'modules/approvals/queries/other.ts': ['type ../commands/one.ts'],
}

/** What stands beside the fences and must be let through. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'packages/flow/uses-kit.ts': ['@mashang/kit'],
  'packages/proof/sha256-node.ts': ['node:crypto'],
  'packages/flow/flow.test.ts': ['node:fs', '@mashang/store'],
  'modules/approvals/commands/asks-by-contract.ts': [
    '@mashang/identity/contract',
    '@mashang/store',
    'kysely',
  ],
  'modules/approvals/contract/uses-kit.ts': ['@mashang/kit', '@mashang/flow', './index.ts'],
  'modules/approvals/rules/uses-flow.ts': ['@mashang/flow', '@mashang/identity/contract'],
  'modules/approvals/test/journey.test.ts': ['../testing/index.ts', 'node:fs'],
  'apps/citizen/pages/shows-a-contract.tsx': ['@mashang/approvals/contract', '@mashang/kit'],
  'apps/server/composes.ts': ['@mashang/approvals', '@mashang/identity'],
  'apps/cli/uses-the-server.ts': ['@mashang/server', '@mashang/approvals'],
}

/** The house's folders, empty but for what the plants refer to. */
const FOUNDATION: readonly string[] = [
  ...['kit', 'flow', 'proof', 'store', 'document', 'ui'].map((name) => `packages/${name}/index.ts`),
  ...['approvals', 'identity', 'hotline'].flatMap((name) =>
    ['index', 'contract/index', 'testing/index'].map((file) => `modules/${name}/${file}.ts`),
  ),
  ...['server', 'cli', 'citizen', 'desk'].map((name) => `apps/${name}/index.ts`),
  'modules/approvals/store/cases.ts',
  'modules/approvals/rules/intake.ts',
  'packages/kit/money.test.ts',
]

let folder: string
let violations: readonly Violation[]

async function plant(file: string, imports: readonly string[] = []): Promise<void> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  const lines = imports.map((one, i) => {
    const [target = '', isType] = one.split(' ').reverse()
    return isType
      ? `import type { a${i} } from '${target}'\nexport type B${i} = typeof a${i}`
      : `import '${target}'`
  })
  await writeFile(path, `${lines.join('\n')}\nexport const a0 = 1\n`)
}

/** A workspace as npm lays it out: found by its name, with the same three doors as the real ones. */
async function layWorkspace(path: string): Promise<void> {
  const name = `@mashang/${path.split('/')[1]}`
  const exports = {
    '.': './index.ts',
    './contract': './contract/index.ts',
    './testing': './testing/index.ts',
  }
  const ours = ['kit', 'flow', 'proof', 'store', 'document', 'ui', 'approvals', 'identity', 'server']
  const dependencies = Object.fromEntries([...ours.map((one) => [`@mashang/${one}`, '*']), ['kysely', '*']])
  await writeFile(
    join(folder, path, 'package.json'),
    JSON.stringify({ name, type: 'module', exports, dependencies }),
  )
  await symlink(join('..', '..', path), join(folder, 'node_modules', name), 'dir')
}

async function layPackage(name: string): Promise<void> {
  const path = join(folder, 'node_modules', name)
  await mkdir(path, { recursive: true })
  await writeFile(
    join(path, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', exports: './index.js' }),
  )
  await writeFile(join(path, 'index.js'), 'export {}\n')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-boundaries-'))
  for (const file of FOUNDATION) await plant(file)
  for (const planted of [...Object.values(PLANTS), HALVES, ALLOWED])
    for (const [file, imports] of Object.entries(planted)) await plant(file, imports)
  await mkdir(join(folder, 'node_modules', '@mashang'), { recursive: true })
  const workspaces = new Set(FOUNDATION.map((file) => file.split('/').slice(0, 2).join('/')))
  for (const path of [...workspaces, 'apps/kiosk']) await layWorkspace(path)
  for (const name of ['kysely', 'hoisted']) await layPackage(name)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'planted', private: true }))
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json'])
    await cp(join(ROOT, file), join(folder, file))
  violations = await cruise(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const rulesBroken = (file: string) => [
  ...new Set(violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)),
]

describe('the fences', () => {
  it('each have something planted against them, and are errors', async () => {
    const { default: config } = (await import(join(ROOT, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: readonly { name: string; severity: string }[] }
    }
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTS).sort())
    expect(config.forbidden.filter(({ severity }) => severity !== 'error')).toEqual([])
  })

  const planted = Object.entries(PLANTS).flatMap(([rule, files]) =>
    Object.keys(files).map((file) => [rule, file] as const),
  )
  it.each(planted)('%s, alone, refuses %s', (rule, file) => {
    expect(rulesBroken(file)).toEqual([rule])
  })

  it.each(Object.keys(ALLOWED))('let %s through', (file) => {
    expect(rulesBroken(file)).toEqual([])
  })

  it('hold in the tree as it is', async () => {
    const found = await cruise(ROOT)
    expect(found.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})
