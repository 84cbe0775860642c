import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addressOf, isDigest, type Keeper } from './keeper.ts'

/** Keeps files in a folder of this machine (or one mounted by every node). */
export function createFolderKeeper(folder: string): Keeper {
  const pathOf = (digest: string) => join(folder, addressOf(digest))
  return {
    keep: async (staged, digest, size) => {
      const path = pathOf(digest)
      if ((await sizeOf(path)) === size) {
        await rm(staged)
        return
      }
      await makeFolder(dirname(path))
      await rename(staged, path)
      await syncFolder(dirname(path))
    },
    open: async (digest) => {
      if (!isDigest(digest)) return undefined
      const path = pathOf(digest)
      const size = await sizeOf(path)
      return size === undefined ? undefined : { size, body: createReadStream(path) }
    },
    list: () => listFolder(folder),
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true ? found.size : undefined
}

async function* listFolder(folder: string): AsyncGenerator<{ digest: string; size: number }> {
  for (const first of await namesIn(folder, 2)) {
    for (const second of await namesIn(join(folder, first), 2)) {
      for (const digest of await namesIn(join(folder, first, second), 64)) {
        const size = await sizeOf(join(folder, first, second, digest))
        if (size !== undefined) yield { digest, size }
      }
    }
  }
}

async function namesIn(folder: string, length: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.length === length && /^[0-9a-f]+$/.test(name)).sort()
}

/** Makes a folder so that it is still there after a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  if (isThere) return
  await makeFolder(dirname(folder))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await syncFolder(dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system journals names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
