/** 一次填报 — the routes of one sheet for several applications: seen, kept, its files given and taken out again. */
import type { Access } from '@mashang/kit'
import { isRefusal, problemOf, type Refusal, refuse } from '@mashang/kit'
import { drained } from '../frame/drained.ts'
import { one, type Route, type Shown, type Visit } from '../frame/route.ts'
import type { FileError } from '../parts/sheet-materials.tsx'

type Upload = ReturnType<typeof drained>

interface SheetPages<S> {
  readonly path: string
  readonly access: Access
  hrefOf(visit: Visit): string
  find(visit: Visit): Promise<S | Refusal>
  /** Keeps what was typed, right or wrong; then stays, or submits everything. */
  take(visit: Visit): Promise<Shown>
  addFile(visit: Visit, material: string, upload: Upload): Promise<unknown | Refusal>
  dropFile(visit: Visit, material: string, digest: string): Promise<unknown | Refusal>
  screen(visit: Visit, sheet: S, checks: boolean, wrong?: FileError): Promise<Shown>
}

export function sheetRoutes<S>(pages: SheetPages<S>): readonly Route[] {
  const { path, access, take } = pages
  const base = { access, perMinute: 600 }
  return [
    {
      ...{ method: 'GET', path, access },
      async show(visit) {
        const sheet = await pages.find(visit)
        return isRefusal(sheet) ? sheet : pages.screen(visit, sheet, one(visit.request.query, 'check') !== '')
      },
    },
    { method: 'POST', path, ...base, show: take },
    {
      ...{ method: 'POST', path: `${path}/materials/:material`, access, takes: 'multipart', perMinute: 300 },
      show: (visit) => takeFile(pages, visit),
    },
    {
      ...{ method: 'POST', path: `${path}/materials/:material/remove`, access },
      async show(visit) {
        const material = visit.request.params.material ?? ''
        const answer = await pages.dropFile(visit, material, one(visit.request.form, 'digest'))
        return isRefusal(answer) ? answer : { redirect: `${pages.hrefOf(visit)}#material-${material}` }
      },
    },
  ]
}

async function takeFile<S>(pages: SheetPages<S>, visit: Visit): Promise<Shown> {
  const material = visit.request.params.material ?? ''
  let refused: Refusal | undefined
  for await (const { upload } of visit.request.uploads) {
    const answer = await pages.addFile(visit, material, drained(upload))
    if (isRefusal(answer)) refused = answer
  }
  if (!refused) return { redirect: `${pages.hrefOf(visit)}#material-${material}` }
  const sheet = await pages.find(visit)
  if (isRefusal(sheet)) return refuse('not-found')
  const message = problemOf(refused, visit.view.language).detail
  return pages.screen(visit, sheet, false, { material, message })
}
