import type { MultipartFile } from '@fastify/multipart'
import { type Refusal, refuse, type Upload, UploadFailure } from '@mashang/kit'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A multipart body, read part by part as it comes in. */
export interface Multipart {
  /** Text fields seen so far; a name given twice is a list. */
  readonly fields: Record<string, string | string[]>
  /** The next file that was really chosen; fields before it are taken up on the way. */
  next(): Promise<{ readonly field: string; readonly upload: Upload } | undefined>
}

const MOST_FIELDS = 200
const MOST_FILES = 20

export function readMultipart(request: FastifyRequest, limits: { body: number; upload: number }): Multipart {
  const parts = request.parts({
    limits: {
      fields: MOST_FIELDS,
      files: MOST_FILES,
      fieldSize: limits.body,
      fieldNameSize: 200,
      // One byte more than allowed, so that a file of just the limit is told from one that was cut.
      fileSize: limits.upload + 1,
      headerPairs: 100,
    },
  })
  const fields: Record<string, string | string[]> = {}
  return {
    fields,
    async next() {
      for (;;) {
        const { value: part, done } = await parts.next()
        if (done || !part) return undefined
        if (part.type === 'file') {
          if (part.filename) return { field: part.fieldname, upload: uploadOf(part, limits.upload) }
          part.file.resume()
          continue
        }
        if (part.valueTruncated)
          throw new UploadFailure(refuse('body-too-large', { facts: { limit: limits.body } }))
        add(fields, part.fieldname, String(part.value))
      }
    },
  }
}

function add(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined
  fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

function uploadOf(part: MultipartFile, limit: number): Upload {
  return { name: part.filename, type: part.mimetype, body: bodyOf(part, limit) }
}

async function* bodyOf({ file }: MultipartFile, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of file as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limit) throw new UploadFailure(refuse('file-too-large', { facts: { limit } }))
      yield chunk
    }
  } catch (error) {
    if (error instanceof UploadFailure) throw error
    throw new UploadFailure(refuse('upload-broken-off'))
  }
}

/** How long what is still coming in is thrown away, so that the sender gets to read the answer. Milliseconds. */
const LINGER = 2_000

/**
 * A refused upload may still be coming in, perhaps for gigabytes. Closing at once would reset the connection
 * before the answer is read; so the rest is discarded for a moment, and then the connection is cut.
 */
export function lingerThenClose(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    const { raw } = request
    if (raw.complete) return
    raw.unpipe()
    raw.resume()
    setTimeout(() => {
      if (!raw.complete) raw.destroy()
    }, LINGER).unref()
  })
}

/** Room for the multipart frame and small fields around the file. */
const FRAME_BYTES = 1 << 20

/** An upload that says beforehand that it is too large is not read at all. */
export function findTooLarge(request: FastifyRequest, limit: number): Refusal | undefined {
  const declared = Number(request.headers['content-length'] ?? 0)
  return declared > limit + FRAME_BYTES ? refuse('file-too-large', { facts: { limit } }) : undefined
}
