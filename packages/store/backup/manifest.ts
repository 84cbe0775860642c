import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@mashang/kit'
import type { AppliedMigration } from '../migrate.ts'

/** One table as it was copied. */
export interface BackedUpTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** SHA-256 in hex over its rows in COPY's text form, in order of the primary key. */
  readonly digest: string
}

/** `manifest.json` of a backup: written last, so that a folder without it is no backup. */
export interface Manifest {
  readonly format: 'mashang-backup'
  readonly version: 1
  /** Instant the snapshot was taken. */
  readonly at: string
  /** e.g. `18.4`. */
  readonly postgresql: string
  readonly migrations: readonly AppliedMigration[]
  /** In an order in which they can be filled: referred tables first. */
  readonly tables: readonly BackedUpTable[]
  readonly sequences: readonly { readonly schema: string; readonly name: string; readonly value: number }[]
  readonly files: { readonly count: number; readonly bytes: number; readonly included: boolean }
  /** Files of the data folder that only their owner may read, such as the key of the public log. */
  readonly secrets: readonly string[]
}

export interface BackupProgress {
  readonly stage: 'tables' | 'files' | 'check'
  /** Table or file in hand. */
  readonly name: string
  readonly done: number
  readonly total: number
}

export const MANIFEST = 'manifest.json'
/** Digest and size of every stored file, a line each. */
export const FILE_LIST = 'files.jsonl'

export function tableFile(folder: string, { schema, name }: { schema: string; name: string }): string {
  return join(folder, 'tables', `${schema}.${name}.copy.gz`)
}

/** Throws where the folder holds no complete backup, or one of a later format. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new OperatorError({
      zh: `${folder} 里没有完整的备份：缺少 ${MANIFEST}。`,
      en: `${folder} holds no complete backup: ${MANIFEST} is missing.`,
    })
  })
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 'mashang-backup') {
    throw new OperatorError({
      zh: `${folder} 里不是马上办的备份。`,
      en: `${folder} holds no backup of Mashang.`,
    })
  }
  if (manifest.version !== 1) {
    throw new OperatorError({
      zh: `${folder} 是更新版本的马上办做的备份，请用那个版本恢复。`,
      en: `${folder} was written by a newer version of Mashang; restore it with that version.`,
    })
  }
  return manifest
}
