import type { Material } from '@mashang/flow'
import { isRefusal, problemOf, type Refusal, refuse } from '@mashang/kit'
import { drained } from '../../frame/drained.ts'
import { renderMain } from '../../frame/render.tsx'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ApplyFrame, BackLink, neighbours } from './apply-frame.tsx'
import { type DraftInHand, findDraft, type MaterialPlan, materialPlan } from './draft.ts'
import { MaterialCard } from './material-card.tsx'

const citizens = { for: 'some', citizen: true, row: 'own-draft' } as const

export const materialsRoutes: readonly Route[] = [
  { method: 'GET', path: '/drafts/:id/materials', access: citizens, show: showMaterials },
  {
    method: 'POST',
    path: '/drafts/:id/materials/:material',
    access: citizens,
    takes: 'multipart',
    perMinute: 300,
    show: takeFiles,
  },
  { method: 'POST', path: '/drafts/:id/materials/:material/remove', access: citizens, show: removeFile },
  { method: 'POST', path: '/drafts/:id/materials/:material/held', access: citizens, show: useHeld },
  { method: 'POST', path: '/drafts/:id/materials/:material/declaration', access: citizens, show: declare },
]

async function showMaterials(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  if (isRefusal(hand)) return hand
  const missing = one(visit.request.query, 'check') ? materialPlan(hand).missing : []
  const message = visit.view.say('请上传这份材料。', 'Please upload this document.')
  return materialsScreen(visit, hand, new Map(missing.map(({ id }) => [id, [message]])))
}

/** Messages by material. */
type Messages = ReadonlyMap<string, readonly string[]>

function materialsScreen({ view, request }: Visit, hand: DraftInHand, messages: Messages): Shown {
  const title = view.say('上传材料', 'Documents')
  return {
    title: messages.size > 0 ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'mine',
    focused: true,
    ...(messages.size > 0 ? { status: 422 } : {}),
    main: (
      <ApplyFrame hand={hand} place="materials" title={title}>
        <Materials hand={hand} messages={messages} csrfToken={request.csrfToken} />
      </ApplyFrame>
    ),
  }
}

function Materials({
  hand,
  messages,
  csrfToken,
}: {
  hand: DraftInHand
  messages: Messages
  csrfToken: string
}) {
  const { say, text } = useView()
  const plan = materialPlan(hand)
  const errors = hand.item.materials.flatMap((material): InputError[] =>
    (messages.get(material.id) ?? []).map((message) => ({
      at: `material-${material.id}`,
      label: text(material.name),
      message,
    })),
  )
  const cards = (materials: readonly Material[], needed: boolean) =>
    materials.map((material) => (
      <MaterialCard
        key={material.id}
        hand={hand}
        material={material}
        needed={needed}
        messages={messages.get(material.id) ?? []}
        csrfToken={csrfToken}
      />
    ))
  const { before, after } = neighbours(hand, 'materials')
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        {say(
          '照片或扫描件都可以，四角完整、字迹清楚即可。每份材料可以传多个文件。',
          'Photographs or scans will do, with all corners and every character visible. You can add several files to each.',
        )}
      </p>
      {plan.needed.length === 0 ? (
        <Notice kind="done">{say('没有必须上传的材料。', 'Nothing has to be uploaded.')}</Notice>
      ) : null}
      {cards(plan.needed, true)}
      {plan.optional.length > 0 ? <h2>{say('可以补充的材料', 'Optional documents')}</h2> : null}
      {cards(plan.optional, false)}
      <Spared plan={plan} />
      <div className="buttons">
        <a className="button" href={after}>
          {say('继续', 'Continue')}
        </a>
        <BackLink href={before} />
      </div>
    </>
  )
}

/** What the answers make unnecessary is said, so that nobody looks for it. */
function Spared({ plan }: { plan: MaterialPlan }) {
  const { say } = useView()
  if (plan.spared.length === 0) return null
  return (
    <details>
      <summary>
        {say(
          `按您的填写，有 ${plan.spared.length} 份材料不用提交`,
          `${plan.spared.length} documents are not needed with your answers`,
        )}
      </summary>
      <ul className="plain">
        {plan.spared.map((material) => (
          <li key={material.id}>
            <Said of={material.name} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Takes the files one after another, each streamed to where it is kept; a refused one does not stop the rest. */
async function takeFiles(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  const { id = '', material = '' } = request.params
  const refused: { name: string; refusal: Refusal }[] = []
  const replaced = one(request.form, 'replace')
  const enhanced = one(request.form, '_enhanced') !== ''
  let taken = 0
  for await (const { upload } of request.uploads) {
    const answer = await approvals.addDraftFile({ params: { id, material }, upload: drained(upload) })
    if (!isRefusal(answer)) taken++
    // An unknown draft is no fault of the file.
    else if (answer.code === 'draft-not-found') return answer
    else refused.push({ name: upload.name, refusal: answer })
  }
  if (taken > 0 && /^[0-9a-f]{64}$/.test(replaced)) {
    const dropped = await approvals.dropDraftFile({ params: { id, material, digest: replaced } })
    if (isRefusal(dropped)) return dropped
  }
  const messages = refused.map(({ name, refusal }) => {
    const { detail } = problemOf(refusal, view.language)
    return detail.includes(name) ? detail : `${name}${view.say('：', ': ')}${detail}`
  })
  if (taken === 0 && refused.length === 0)
    messages.push(view.say('请先选择文件，再上传。', 'Please choose a file first.'))
  return answerFor(visit, material, messages, enhanced)
}

/** The script puts the one card in place; without it the page comes anew. */
async function answerFor(
  visit: Visit,
  material: string,
  messages: string[],
  enhanced: boolean,
): Promise<Shown> {
  const hand = await findDraft(visit)
  if (isRefusal(hand)) return hand
  const found = hand.item.materials.find(({ id }) => id === material)
  if (!found) return refuse('material-not-in-item', { facts: { material } })
  if (enhanced) return { html: cardAlone(visit, hand, found, messages) }
  if (messages.length > 0) return materialsScreen(visit, hand, new Map([[material, messages]]))
  return { redirect: `/drafts/${hand.draft.id}/materials#material-${material}` }
}

function cardAlone(
  { view, request }: Visit,
  hand: DraftInHand,
  material: Material,
  messages: string[],
): string {
  const needed = materialPlan(hand).needed.includes(material)
  const card = (
    <MaterialCard
      hand={hand}
      material={material}
      needed={needed}
      messages={messages}
      csrfToken={request.csrfToken}
    />
  )
  return renderMain({ title: '', main: card }, view).mainHtml
}

async function removeFile(visit: Visit): Promise<Shown> {
  const { request, approvals } = visit
  const { id = '', material = '' } = request.params
  const dropped = await approvals.dropDraftFile({
    params: { id, material, digest: one(request.form, 'digest') },
  })
  if (isRefusal(dropped)) return dropped
  return answerFor(visit, material, [], one(request.form, '_enhanced') !== '')
}

/** The applicant lets the city's own be used for this application, or not after all. */
async function useHeld(visit: Visit): Promise<Shown> {
  const { request, approvals } = visit
  const { id = '', material = '' } = request.params
  const input = { source: one(request.form, 'source'), agreed: one(request.form, 'agreed') === 'yes' }
  return marked(visit, material, await approvals.consentToHeld({ params: { id, material }, input }))
}

async function declare(visit: Visit): Promise<Shown> {
  const { request, approvals } = visit
  const { id = '', material = '' } = request.params
  const input = { declared: one(request.form, 'declared') === 'yes' }
  return marked(visit, material, await approvals.declareMaterial({ params: { id, material }, input }))
}

/** What is no longer there is told beside its material; the page stays. */
function marked(visit: Visit, material: string, answer: object): Promise<Shown> | Shown {
  const enhanced = one(visit.request.form, '_enhanced') !== ''
  if (!isRefusal(answer)) return answerFor(visit, material, [], enhanced)
  if (answer.code === 'draft-not-found') return answer
  return answerFor(visit, material, [problemOf(answer, visit.view.language).detail], enhanced)
}
