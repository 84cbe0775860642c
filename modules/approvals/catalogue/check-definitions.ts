import { isRefusal, type Refusal } from '@mashang/kit'
import { checkProfile, type FileFinding } from '../rules/profile-checks.ts'
import { loadProfile } from './load-profile.ts'
import { surroundingsOf } from './profile.ts'

/** What `mashang definitions check` tells: how much was looked at, and everything that keeps it from being published. */
export interface DefinitionsCheck {
  readonly organs: number
  readonly items: number
  readonly findings: readonly FileFinding[]
}

/** Reads a profile's folder and checks all of it; refuses as `loadProfile` does where a file cannot be read. */
export async function checkDefinitions(folder: string, now: Date): Promise<DefinitionsCheck | Refusal> {
  const profile = await loadProfile(folder)
  if (isRefusal(profile)) return profile
  return {
    organs: profile.organs.length,
    items: profile.items.length,
    findings: checkProfile(profile, surroundingsOf(profile, now)),
  }
}
