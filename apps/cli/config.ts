import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '@mashang/kit'
import { type Config, readConfig } from '@mashang/server/config'

/** What options of a command say over the environment; left out, the environment decides. */
export interface SettingOptions {
  readonly data?: string
  readonly city?: string
  readonly port?: string
  readonly role?: string
  readonly demo?: boolean
}

const OWN_CITY = fileURLToPath(new URL('../../definitions/dalian', import.meta.url))

/** The server's own settings, options first; throws `OperatorError` for one that cannot be used. */
export function readSettings(options: SettingOptions = {}): Config {
  return readConfig({
    ...process.env,
    ...given('DATA', options.data),
    ...given('PORT', options.port),
    ...given('ROLE', options.role),
    ...given('DEMO', options.demo === true ? 'true' : undefined),
    CITY: cityFolderOf(options.city),
  })
}

/** The folder of the city profile: as given, as set, here, or the one that comes with the program. */
export function cityFolderOf(option?: string): string {
  const named = option ?? (process.env.CITY?.trim() || undefined)
  if (named !== undefined) return resolve(named)
  const here = resolve('definitions', 'dalian')
  return existsSync(join(here, 'city.yaml')) ? here : OWN_CITY
}

/** English where the locale says so, Chinese everywhere else. */
export function localeLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh'
}

function given(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value }
}
