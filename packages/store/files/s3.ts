import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { addressOf, isDigest, type Keeper } from './keeper.ts'

/** An S3-compatible bucket (AWS, MinIO, Ceph, OSS …). */
export interface S3Settings {
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Address of a service other than AWS. */
  readonly endpoint?: string
  /** `endpoint/bucket/key` rather than `bucket.endpoint/key`; most services other than AWS want it. */
  readonly pathStyle?: boolean
  /** Put before every key, e.g. `mashang/`. */
  readonly prefix?: string
}

export function createBucketKeeper(settings: S3Settings): Keeper & { close(): void } {
  const { bucket, prefix = '' } = settings
  const client = new S3Client({
    region: settings.region,
    endpoint: settings.endpoint,
    forcePathStyle: settings.pathStyle ?? settings.endpoint !== undefined,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Not every service knows the newer checksums; the content is addressed by its digest anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const placeOf = (digest: string) => ({ Bucket: bucket, Key: `${prefix}${addressOf(digest)}` })
  return {
    keep: async (staged, digest, size) => {
      const known = await orUndefined(client.send(new HeadObjectCommand(placeOf(digest))))
      if (known?.ContentLength !== size) {
        await new Upload({ client, params: { ...placeOf(digest), Body: createReadStream(staged) } }).done()
      }
      await rm(staged)
    },
    open: async (digest) => {
      if (!isDigest(digest)) return undefined
      const found = await orUndefined(client.send(new GetObjectCommand(placeOf(digest))))
      if (found?.Body === undefined) return undefined
      return { size: found.ContentLength ?? 0, body: found.Body as unknown as AsyncIterable<Uint8Array> }
    },
    list: () => listBucket(client, bucket, prefix),
    close: () => client.destroy(),
  }
}

async function* listBucket(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncGenerator<{ digest: string; size: number }> {
  let token: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
    )
    for (const { Key = '', Size = 0 } of page.Contents ?? []) {
      const digest = Key.slice(Key.lastIndexOf('/') + 1)
      if (isDigest(digest)) yield { digest, size: Size }
    }
    token = page.NextContinuationToken
  } while (token !== undefined)
}

async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
    if (status === 404) return undefined
    throw error
  }
}
