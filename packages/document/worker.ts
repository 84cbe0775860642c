/** Runs in a worker thread: composes, typesets and opens the place of the signature. Keys never come here. */
import { parentPort, workerData } from 'node:worker_threads'
import { compose } from './compose/compose.ts'
import type { Setting } from './compose/words.ts'
import type { DocumentData, DocumentKind } from './contract.ts'
import type { FontSet } from './fonts.ts'
import { type SignatureNote, withPlaceholder } from './signing/placeholder.ts'
import { createTypesetter } from './typesetting.ts'

/** What the thread starts with. */
export interface WorkerStart {
  readonly templates: string
  readonly fonts: FontSet
}

export interface Job {
  readonly kind: DocumentKind
  readonly data: DocumentData[DocumentKind]
  readonly setting: Setting
  /** Given where the document will be signed. */
  readonly signature?: SignatureNote
}

export type Answer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string }

const start = workerData as WorkerStart
const typeset = createTypesetter(start.templates, start.fonts)

parentPort?.on('message', async ({ id, job }: { id: number; job: Job }) => {
  try {
    const pdf = new Uint8Array(await make(job))
    parentPort?.postMessage({ id, pdf } satisfies Answer, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? error.message : String(error),
    } satisfies Answer)
  }
})

async function make(job: Job): Promise<Uint8Array> {
  const { pdf, seal } = typeset(compose(job.kind, job.setting, job.data))
  return job.signature === undefined ? pdf : withPlaceholder(pdf, job.signature, seal)
}
