/**
 * Gives each workspace its link in `node_modules`, so that a package that came with a pull is found without a new
 * installation. Run before whatever loads our packages; what is linked already stays as it is.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './ensure.mjs'

for (const group of ['packages', 'modules', 'apps']) {
  for (const folder of readdirSync(join(ROOT, group))) {
    const file = join(ROOT, group, folder, 'package.json')
    if (!existsSync(file)) continue
    const link = join(ROOT, 'node_modules', JSON.parse(readFileSync(file, 'utf8')).name)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(link), join(ROOT, group, folder)), link)
  }
}
