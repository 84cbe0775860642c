import { Worker } from 'node:worker_threads'
import type { Answer, Job, WorkerStart } from './worker.ts'

export interface Pool {
  /** Rejects where the data cannot be typeset, or the thread dies or takes too long. */
  run(job: Job): Promise<Uint8Array>
  close(): Promise<void>
}

export interface PoolOptions {
  readonly worker: URL
  readonly threads: number
  readonly timeoutMs: number
}

interface Waiting {
  readonly id: number
  readonly job: Job
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  current?: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout }
}

/** Threads start with the first job, take one job at a time, and do not keep the process alive while idle. */
export function createPool(start: WorkerStart, options: PoolOptions): Pool {
  const queue: Waiting[] = []
  const threads = new Set<Thread>()
  let counter = 0
  let closed = false

  const dropped = (thread: Thread, error: Error) => {
    threads.delete(thread)
    const { current } = thread
    if (current !== undefined) {
      delete thread.current
      clearTimeout(current.timer)
      current.waiting.reject(error)
    }
    if (!closed) next()
  }

  const begin = (): Thread => {
    const thread: Thread = { worker: new Worker(options.worker, { workerData: start }) }
    thread.worker.on('message', (answer: Answer) => {
      const { current } = thread
      if (current === undefined || current.waiting.id !== answer.id) return
      delete thread.current
      clearTimeout(current.timer)
      thread.worker.unref()
      if ('pdf' in answer) current.waiting.resolve(answer.pdf)
      else current.waiting.reject(new Error(`${current.waiting.job.kind}: ${answer.error}`))
      next()
    })
    thread.worker.on('error', (error) =>
      dropped(thread, error instanceof Error ? error : new Error(String(error))),
    )
    thread.worker.on('exit', () => dropped(thread, new Error('The typesetting thread ended.')))
    thread.worker.unref()
    threads.add(thread)
    return thread
  }

  const next = () => {
    const idle = [...threads].find((thread) => thread.current === undefined)
    const thread = idle ?? (threads.size < options.threads && queue.length > 0 ? begin() : undefined)
    const waiting = thread === undefined ? undefined : queue.shift()
    if (thread === undefined || waiting === undefined) return
    const timer = setTimeout(() => {
      dropped(thread, new Error(`${waiting.job.kind}: typesetting took more than ${options.timeoutMs} ms.`))
      void thread.worker.terminate()
    }, options.timeoutMs)
    thread.current = { waiting, timer }
    thread.worker.ref()
    thread.worker.postMessage({ id: waiting.id, job: waiting.job })
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('Documents are closed.'))
        counter += 1
        queue.push({ id: counter, job, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new Error('Documents are closed.'))
      await Promise.all([...threads].map((thread) => thread.worker.terminate()))
    },
  }
}
