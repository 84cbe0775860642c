import { type Language, type Refusal, SettingError, textOf } from '@mashang/kit'

/** A refusal met while starting, with each of its places, as the operator reads it. */
export function settingError(what: string, refusal: Refusal): SettingError {
  const said = (language: Language) => {
    const places = (refusal.fields ?? []).slice(0, 20)
    const lines = places.map(({ path, code, facts }) => `  ${path}: ${textOf(code, facts, language)}`)
    return [`${what}: ${textOf(refusal.code, refusal.facts, language)}`, ...lines].join('\n')
  }
  return new SettingError({ zh: said('zh'), en: said('en') })
}
