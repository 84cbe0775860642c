/**
 * Who may import whom. Written on folder patterns, so that a new module is fenced from its first file.
 * `tests/boundaries.test.ts` plants a violation of every rule and sees it refused.
 */
const test = '\\.test\\.tsx?$|/testing/|/test/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or want a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kit-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/kit/' },
      to: { path: '^(packages/(?!kit/)|modules/|apps/)' },
    },
    {
      name: 'flow-and-proof-import-kit-only',
      severity: 'error',
      from: { path: '^packages/(flow|proof)/', pathNot: test },
      to: { path: '^(packages/(?!kit/|$1/)|modules/|apps/)' },
    },
    {
      name: 'pure-packages-stay-in-the-browser',
      comment:
        'kit, flow, proof and certificate run in the browser too; Node has its own entry where it must be faster.',
      severity: 'error',
      from: {
        path: '^packages/(kit|flow|proof|certificate|ui)/',
        pathNot: `${test}|\\.node\\.ts$|-node\\.ts$`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-never-import-modules-or-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(modules|apps)/' },
    },
    {
      name: 'modules-never-import-another-module',
      comment: 'At most its contract; what a module needs of another is handed in by the server.',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: { path: '^modules/(?!$1/)', pathNot: '^modules/[^/]+/contract/' },
    },
    {
      name: 'modules-never-import-apps',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contract-imports-flow-and-kit-only',
      severity: 'error',
      from: { path: '^modules/([^/]+)/contract/' },
      to: { path: '^(packages/(?!kit/|flow/)|modules/(?!$1/contract/)|apps/)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'No database, no files, no clock of their own: a rule is given what it judges.',
      severity: 'error',
      from: { path: '^modules/[^/]+/rules/', pathNot: test },
      to: {
        path: '^(modules/[^/]+/(store|commands|queries|jobs|subscribers|documents)/|node_modules/(kysely|pg|fastify)/)',
      },
    },
    {
      name: 'web-imports-contracts-only',
      severity: 'error',
      from: { path: '^apps/(citizen|desk)/', pathNot: test },
      to: { path: '^(modules/[^/]+/(?!contract/)|packages/(store|document)/|apps/(server|cli)/)' },
    },
    {
      name: 'only-the-server-knows-every-module',
      severity: 'error',
      from: { path: '^apps/(?!server/|cli/)', pathNot: test },
      to: { path: '^modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'nothing-shipped-imports-tests',
      severity: 'error',
      from: { path: '^(packages|modules|apps)/', pathNot: test },
      to: { path: '(\\.test\\.tsx?$|/testing/)', pathNot: 'node_modules' },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      from: { path: '^(packages|modules|apps)/', pathNot: test },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { pathNot: '^apps/desk/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
