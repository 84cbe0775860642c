/**
 * `npm test`: installs and runs every test: units and modules on a real PostgreSQL, then the journeys in a real
 * browser where Chromium is there. The last line counts what really ran.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDesk, ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
ensureDesk()

const folder = mkdtempSync(join(tmpdir(), 'mashang-report-'))
const chromium = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM ?? '',
].find((path) => path !== '' && existsSync(path))
const suites = [{ name: 'unit', config: 'vitest.config.ts' }]
if (chromium) suites.push({ name: 'journeys', config: 'tests/e2e/vitest.config.ts' })
else
  console.log(
    '没有找到 Chromium，跳过浏览器里的测试。No Chromium found: the journeys in a browser are skipped.',
  )

const count = { passed: 0, failed: 0, skipped: 0 }
let isBroken = false
for (const { name, config } of suites) {
  const report = join(folder, `${name}.json`)
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const done = spawnSync(
    process.execPath,
    [...args, ...(suites.length === 1 || name === 'unit' ? process.argv.slice(2) : [])],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) },
    },
  )
  if (done.status !== 0) isBroken = true
  if (!existsSync(report)) continue
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  count.passed += numPassedTests
  count.failed += numFailedTests
  count.skipped += numPendingTests + numTodoTests
  // A file that could not even be loaded ran no test, and that is a failure.
  count.failed += testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
}
rmSync(folder, { recursive: true, force: true })
if (isBroken && count.failed === 0) count.failed = 1
console.log(
  `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`,
)
process.exit(count.failed > 0 ? 1 : 0)
