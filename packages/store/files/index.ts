import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, type Refusal, refuse, UploadFailure } from '@mashang/kit'
import type { Files, StoredFile } from '../contract.ts'
import type { Keeper } from './keeper.ts'
import { HEAD_SIZE, isMisnamed, type Kind, kindOfZip, sniff } from './kind.ts'
import { createFolderKeeper } from './local.ts'
import { checkFileName } from './name.ts'
import type { S3Settings } from './s3.ts'
import { isZipHarmless, readZip, ZIP_LIMITS, type ZipLimits } from './zip.ts'

export interface FilesOptions {
  /** Holds the files, and uploads while they come in; with `s3` only the latter. */
  readonly folder: string
  readonly s3?: S3Settings
  readonly zipLimits?: ZipLimits
}

/** The stored files, with what back-up and restore need beside. */
export interface FileStore extends Files {
  readonly keeper: Keeper
  /** Takes in a file whose digest is known; throws when the content has another. */
  restore(digest: string, body: AsyncIterable<Uint8Array>): Promise<void>
  close(): void
}

const ONE_DAY_MS = 86_400_000

type Uploading = Parameters<Files['put']>[0]

export async function createFiles(options: FilesOptions): Promise<FileStore> {
  const { folder, s3, zipLimits = ZIP_LIMITS } = options
  const bucket = s3 === undefined ? undefined : await openBucket(s3)
  const keeper = bucket ?? createFolderKeeper(folder)
  const staging = join(folder, 'incoming')
  await prepare(staging)
  return {
    keeper,
    put: async (upload) => {
      const misnamed = checkFileName(upload.name)
      if (misnamed !== undefined) return misnamed
      return staged(staging, async (path, file) => {
        const taken = await takeIn(file, upload, zipLimits)
        if (isRefusal(taken)) return taken
        await file.sync()
        await keeper.keep(path, taken.digest, taken.size)
        return taken
      })
    },
    open: (digest) => keeper.open(digest),
    restore: async (digest, body) => {
      await staged(staging, async (path, file) => {
        const hash = createHash('sha256')
        let size = 0
        for await (const chunk of body) {
          hash.update(chunk)
          size += chunk.length
          await writeAll(file, chunk)
        }
        if (hash.digest('hex') !== digest) throw new Error(`The file ${digest} has another content.`)
        await file.sync()
        await keeper.keep(path, digest, size)
      })
    },
    close: () => bucket?.close(),
  }
}

/** Loaded only where it is used: the client is large, and most installations keep files in a folder. */
async function openBucket(settings: S3Settings) {
  const { createBucketKeeper } = await import('./s3.ts')
  return createBucketKeeper(settings)
}

/** Uploads that a crash left half-way are of no use to anyone. */
async function prepare(staging: string): Promise<void> {
  await mkdir(staging, { recursive: true, mode: 0o700 })
  for (const name of await readdir(staging)) {
    const path = join(staging, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > ONE_DAY_MS) await rm(path, { force: true })
  }
}

/** Lends a file in the staging folder to `work`; whatever is left of it afterwards is removed. */
async function staged<T>(staging: string, work: (path: string, file: FileHandle) => Promise<T>): Promise<T> {
  const path = join(staging, randomUUID())
  const file = await open(path, 'wx+', 0o600)
  try {
    return await work(path, file)
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}

/** Writes the upload down while measuring, sniffing and hashing it; refuses as soon as it is clear. */
async function takeIn(file: FileHandle, upload: Uploading, limits: ZipLimits): Promise<StoredFile | Refusal> {
  const hash = createHash('sha256')
  const chunks = upload.body[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let kind: Kind | undefined
  let size = 0
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => failureOf(error, upload.name))
      if (isRefusal(next)) return next
      if (next.done === true) break
      const chunk = next.value
      size += chunk.length
      if (size > upload.maxBytes)
        return refuse('file-too-large', { facts: { name: upload.name, limit: upload.maxBytes } })
      if (kind === undefined) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_SIZE - head.length)])
        if (head.length >= HEAD_SIZE) kind = await sniff(head, upload.name)
        // What is inside a zip is only known at its end.
        const refused = kind === undefined || kind.isZip ? undefined : checkKind(kind, upload)
        if (refused !== undefined) return refused
      }
      hash.update(chunk)
      await writeAll(file, chunk)
    }
  } finally {
    await chunks.return?.().catch(() => {})
  }
  if (size === 0) return refuse('file-empty', { facts: { name: upload.name } })
  const checked = await checkWhole(kind ?? (await sniff(head, upload.name)), file, size, upload, limits)
  return isRefusal(checked) ? checked : { digest: hash.digest('hex'), size, type: checked.type }
}

/** The door says why it cut an upload off; anything else is a connection that broke. */
function failureOf(error: unknown, name: string): Refusal {
  return error instanceof UploadFailure ? error.refusal : refuse('upload-broken-off', { facts: { name } })
}

async function checkWhole(
  sniffed: Kind,
  file: FileHandle,
  size: number,
  upload: Uploading,
  limits: ZipLimits,
): Promise<Kind | Refusal> {
  let kind = sniffed
  if (sniffed.isZip) {
    const zip = await readZip(file, size)
    if (zip === undefined) return refuse('upload-broken-off', { facts: { name: upload.name } })
    if (!isZipHarmless(zip, size, limits))
      return refuse('file-unpacks-too-large', { facts: { name: upload.name } })
    kind = kindOfZip(zip)
  }
  return checkKind(kind, upload) ?? kind
}

function checkKind(kind: Kind, { name, accepts }: Uploading): Refusal | undefined {
  if (isMisnamed(name, kind)) return refuse('file-type-mismatch', { facts: { name, found: kind.type } })
  if (!accepts.includes(kind.type)) {
    return refuse('file-type-not-accepted', { facts: { name, found: kind.type, accepted: accepts } })
  }
  return undefined
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, at, chunk.length - at)
    at += bytesWritten
  }
}
