import type { ApplicationView, FileView, ItemGuide } from '@mashang/approvals/contract'
import type { Field, FormValues } from '@mashang/flow'
import { isRefusal, type PageRequest, problemOf, type Refusal, refuse } from '@mashang/kit'
import { drained } from '../../frame/drained.ts'
import { renderMain } from '../../frame/render.tsx'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import type { InputError } from '../../parts/error-summary.tsx'
import { choicesOf, readPosted } from '../apply/draft.ts'
import { type Added, PointFiles } from './correct-files.tsx'
import { CorrectForm, type Correcting } from './correct-form.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

export const correctRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/applications/:id/correct', access: own, show: showCorrection },
  {
    method: 'POST',
    path: '/my/applications/:id/correct',
    access: own,
    takes: 'multipart',
    perMinute: 120,
    show: takeCorrection,
  },
]

interface InHand {
  readonly found: ApplicationView
  readonly guide: ItemGuide
  /** The fields that a point names. */
  readonly fields: readonly Field[]
}

async function findInHand({ request, approvals }: Visit): Promise<InHand | Refusal> {
  const found = await approvals.getApplication({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  if (!found.correction || !found.actions.includes('correctApplication'))
    return refuse('not-awaiting-correction', { facts: { status: found.sentence } })
  // The case is handled by the version it was submitted under, whatever has been published since.
  const { code, version } = found.item
  const guide = await approvals.getItemGuide({ params: { code }, query: { version } })
  if (isRefusal(guide)) return guide
  const named = new Set(found.correction.points.map(({ target }) => target))
  return { found, guide, fields: guide.item.fields.filter(({ id }) => named.has(`form.${id}`)) }
}

async function showCorrection(visit: Visit): Promise<Shown> {
  const hand = await findInHand(visit)
  if (isRefusal(hand)) return hand
  return screen(visit, hand, { values: hand.found.form as FormValues, added: new Map(), errors: [] })
}

async function screen(
  { view, request, approvals }: Visit,
  hand: InHand,
  state: Pick<Correcting, 'values' | 'added' | 'errors'>,
): Promise<Shown> {
  const choices = await choicesOf(hand.fields, state.values, approvals)
  const title = view.say('补正', 'Correct your application')
  return {
    title,
    section: 'mine',
    focused: true,
    ...(state.errors.length > 0 ? { status: 422 } : {}),
    crumbs: [
      { label: view.say('我的办件', 'My cases'), href: '/my/applications' },
      { label: view.text(hand.found.item.name), href: `/my/applications/${hand.found.id}` },
    ],
    main: <CorrectForm {...hand} {...state} choices={choices} csrfToken={request.csrfToken} title={title} />,
  }
}

/** Files added so far travel in the form by digest and name, so that the page works without a script. */
function readAdded(form: PageRequest['form']): Map<string, FileView[]> {
  const added = new Map<string, FileView[]>()
  const given = form.added ?? []
  for (const text of typeof given === 'string' ? [given] : given) {
    const [material = '', digest = '', size = '', type = '', ...name] = text.split('|')
    if (!/^[0-9a-f]{64}$/.test(digest)) continue
    const files = added.get(material) ?? []
    added.set(material, [...files, { digest, name: name.join('|'), size: Number(size) || 0, type }])
  }
  return added
}

async function takeCorrection(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  const hand = await findInHand(visit)
  if (isRefusal(hand)) return hand
  const errors: InputError[] = []
  const fresh: { material: string; file: FileView }[] = []
  for await (const { field, upload } of request.uploads) {
    const material = field.replace(/^file\./, '')
    const file = await approvals.addCorrectionFile({
      params: { id: hand.found.id },
      query: { material },
      upload: drained(upload),
    })
    if (isRefusal(file))
      errors.push({
        at: `point-materials.${material}`,
        label: upload.name,
        message: problemOf(file, view.language).detail,
      })
    else fresh.push({ material, file })
  }
  // Now the whole form has been read: the fields after the files, too.
  const dropped = one(request.form, '_drop')
  const added = readAdded(request.form)
  for (const { material, file } of fresh) added.set(material, [...(added.get(material) ?? []), file])
  for (const [material, files] of added)
    added.set(
      material,
      files.filter(({ digest }) => `${material}|${digest}` !== dropped),
    )
  const values = readPosted(hand.fields, request.form, hand.found.form as FormValues, visit.needs.now())
  const state = { values, added, errors }
  const alone = one(request.form, '_enhanced')
  if (alone !== '') return pointAlone(visit, hand, alone, state)
  if (errors.length > 0 || dropped !== '' || one(request.form, '_step') === 'add')
    return screen(visit, hand, state)
  const answer = await approvals.correctApplication({
    params: { id: hand.found.id },
    input: {
      expected: Number(one(request.form, 'expected')) || hand.found.revision,
      form: Object.fromEntries(
        hand.fields.map(({ id }) => [id, values[id]]).filter(([, value]) => value !== undefined),
      ),
      materials: materialsOf(hand.found, added),
    },
  })
  if (!isRefusal(answer)) return { redirect: `/my/applications/${hand.found.id}` }
  return screen(visit, hand, { ...state, errors: refusedPoints(answer, hand, visit) })
}

function messageWithName({ label, message }: InputError): string {
  return label === undefined || message.includes(label) ? message : `${label} — ${message}`
}

/** The script puts the files of the one point in place. */
function pointAlone(
  { view }: Visit,
  hand: InHand,
  material: string,
  { added, errors }: Pick<Correcting, 'added' | 'errors'>,
): Shown {
  const error = errors.length > 0 ? errors.map(messageWithName).join(' ') : undefined
  const main = <PointFiles material={material} {...hand} added={added} error={error} />
  return { html: renderMain({ title: '', main }, view).mainHtml }
}

/** New files take the place of those that were found wanting. */
function materialsOf(found: ApplicationView, added: Added) {
  return found.materials
    .filter(({ id }) => (added.get(id) ?? []).length > 0)
    .map(({ id }) => ({
      material: id,
      files: (added.get(id) ?? []).map(({ digest, name }) => ({ digest, name })),
    }))
}

function refusedPoints(refusal: Refusal, { found, guide }: InHand, { view }: Visit): readonly InputError[] {
  const { fields, detail } = problemOf(refusal, view.language)
  if (fields.length === 0) return [{ at: 'main', message: detail }]
  return fields.map(({ path, message }) => {
    const point = found.correction?.points.find(({ target }) => target === path)
    const field = guide.item.fields.find(({ id }) => `form.${id}` === path)
    const label = point?.label ?? field?.label
    return { at: `point-${path}`, ...(label ? { label: view.text(label) } : {}), message }
  })
}
