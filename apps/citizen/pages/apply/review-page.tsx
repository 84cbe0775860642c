import { fieldText, visibleFields } from '@mashang/flow'
import { isRefusal, problemOf, type Refusal, uuidv7 } from '@mashang/kit'
import { DELIVERY_WORDS } from '@mashang/ui'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FileName } from '../../parts/files.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ApplyFrame, BackLink, neighbours, SavedAt } from './apply-frame.tsx'
import {
  askedSections,
  type DraftInHand,
  findDraft,
  inputErrors,
  LONGEST_QUOTED,
  materialPlan,
  messageOf,
  pathOfSection,
  type Section,
} from './draft.ts'
import { firstPage } from './form-page.tsx'
import { findToSign, Signing, signatureOf, type ToSign } from './signing.tsx'

const citizens = { for: 'some', citizen: true, row: 'own-draft' } as const

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/drafts/:id', access: citizens, show: resume },
  { method: 'GET', path: '/drafts/:id/review', access: citizens, show: showReview },
  { method: 'POST', path: '/drafts/:id/review', access: citizens, show: submit },
  { method: 'POST', path: '/drafts/:id/drop', access: citizens, show: drop },
]

/** Goes to the first page on which something is missing. */
async function resume(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  if (isRefusal(hand)) return hand
  const wrong = new Set(hand.errors.map(({ path }) => path))
  const open = askedSections(hand, hand.values).find(({ fields }) =>
    fields.some(({ id }) => wrong.has(`form.${id}`)),
  )
  if (open) return { redirect: pathOfSection(hand.draft, open) }
  if (materialPlan(hand).missing.length > 0) return { redirect: `/drafts/${hand.draft.id}/materials` }
  return { redirect: hand.errors.length > 0 ? firstPage(hand) : `/drafts/${hand.draft.id}/review` }
}

async function showReview(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  return isRefusal(hand) ? hand : reviewScreen(visit, hand)
}

async function reviewScreen(visit: Visit, hand: DraftInHand, refused?: Refusal): Promise<Shown> {
  const { view, request, needs } = visit
  const toSign = await findToSign(visit, hand, refused !== undefined && signatureOf(request) !== undefined)
  const title = view.say('核对后提交', 'Check and submit')
  return {
    title,
    section: 'mine',
    focused: true,
    ...(toSign ? { script: 'certificate' as const } : {}),
    ...(refused ? { status: problemOf(refused).status } : {}),
    main: (
      <ApplyFrame hand={hand} place="review" title={title}>
        <Review
          hand={hand}
          refused={refused}
          toSign={toSign}
          csrfToken={request.csrfToken}
          regionNames={(code) => needs.regionNames(code)}
        />
      </ApplyFrame>
    ),
  }
}

type RegionNames = Parameters<typeof fieldText>[3]

function Review({
  hand,
  refused,
  toSign,
  csrfToken,
  regionNames,
}: {
  hand: DraftInHand
  refused: Refusal | undefined
  toSign: ToSign | undefined
  csrfToken: string
  regionNames: RegionNames
}) {
  const { language, say } = useView()
  const { draft, item } = hand
  const open = useOpenPoints(hand)
  return (
    <>
      {refused && open.length === 0 ? (
        <Notice kind="stop" title={problemOf(refused, language).title}>
          <p>{problemOf(refused, language).detail.slice(problemOf(refused, language).title.length)}</p>
        </Notice>
      ) : null}
      <ErrorSummary
        errors={open}
        title={say(`还有 ${open.length} 处要填好才能提交`, `${open.length} things are still missing`)}
      />
      {askedSections(hand, hand.values).map((section) => (
        <SectionReview key={section.number} hand={hand} section={section} regionNames={regionNames} />
      ))}
      {item.materials.length > 0 ? <MaterialsReview hand={hand} /> : null}
      <section className="sheet" aria-labelledby="delivery">
        <div className="section-head">
          <h2 id="delivery">{say('送达方式', 'Delivery')}</h2>
          {item.delivery.length > 1 ? (
            <ChangeLink href={`/drafts/${draft.id}/delivery`} what={say('送达方式', 'delivery')} />
          ) : null}
        </div>
        <p>{DELIVERY_WORDS[draft.delivery][language]}</p>
      </section>
      <Submit hand={hand} open={open.length > 0} toSign={toSign} csrfToken={csrfToken} />
      <SavedAt at={draft.savedAt} />
    </>
  )
}

/** What is still missing, each with the page where it is mended. */
function useOpenPoints(hand: DraftInHand): readonly InputError[] {
  const view = useView()
  const pageOf = new Map(
    hand.sections.flatMap((section) => section.fields.map((field) => [field.id, section])),
  )
  const fields = inputErrors(hand.errors, hand.item.fields, view, (field) => {
    const section = pageOf.get(field.id)
    return section ? `${pathOfSection(hand.draft, section)}?check=1` : ''
  })
  const materials = materialPlan(hand).missing.map((material) => ({
    at: `/drafts/${hand.draft.id}/materials?check=1#material-${material.id}`,
    label: view.text(material.name),
    message: view.say('请上传这份材料。', 'Please upload this document.'),
  }))
  return [...fields, ...materials]
}

function ChangeLink({ href, what }: { href: string; what: string }) {
  const { say } = useView()
  return (
    <a href={href}>
      {say('修改', 'Change')}
      <span className="unseen">{say(what, ` ${what}`)}</span>
    </a>
  )
}

function SectionReview({
  hand,
  section,
  regionNames,
}: {
  hand: DraftInHand
  section: Section
  regionNames: RegionNames
}) {
  const { language, say, text } = useView()
  const title = section.title ? text(section.title) : say('填写内容', 'Your answers')
  const id = `section-${section.number}`
  const errors = new Map(hand.errors.map((error) => [error.path, error]))
  return (
    <section className="sheet" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        <ChangeLink href={pathOfSection(hand.draft, section)} what={title} />
      </div>
      <Facts
        rows={visibleFields(section.fields, hand.values).map((field) => {
          const error = errors.get(`form.${field.id}`)
          const answer = fieldText(field, hand.values[field.id], language, regionNames)
          return {
            label: text(field.label),
            value: error ? (
              <WrongAnswer message={messageOf(error, field, language)} answer={answer} />
            ) : answer ? (
              <span className="answer">{answer}</span>
            ) : (
              <span className="hint">{say('没有填', 'Not given')}</span>
            ),
          }
        })}
      />
    </section>
  )
}

/** What is wrong first; then what was typed, which may be long. */
function WrongAnswer({ message, answer }: { message: string; answer: string }) {
  return (
    <>
      <p className="answer-wrong">
        <Icon name="warning" />
        <span>{message}</span>
      </p>
      {answer ? (
        <span className="answer">
          {answer.length > LONGEST_QUOTED ? `${answer.slice(0, LONGEST_QUOTED)}…` : answer}
        </span>
      ) : null}
    </>
  )
}

function MaterialsReview({ hand }: { hand: DraftInHand }) {
  const { say, text } = useView()
  const { draft } = hand
  const { needed, optional } = materialPlan(hand)
  return (
    <section className="sheet" aria-labelledby="materials">
      <div className="section-head">
        <h2 id="materials">{say('材料', 'Documents')}</h2>
        <ChangeLink href={`/drafts/${draft.id}/materials`} what={say('材料', 'documents')} />
      </div>
      <Facts
        rows={[...needed, ...optional].map((material) => {
          const files = draft.materials.find((given) => given.material === material.id)?.files ?? []
          const held = draft.held.find(
            (one) => one.material === material.id && (one.source === undefined || one.consented === true),
          )
          return {
            label: text(material.name),
            value:
              held && files.length === 0 ? (
                <Said of={held.evidence} />
              ) : files.length > 0 ? (
                <ul className="files files-plain">
                  {files.map((file) => (
                    <li key={file.digest}>
                      <FileName file={file} />
                    </li>
                  ))}
                </ul>
              ) : needed.includes(material) ? (
                <WrongAnswer message={say('还没有上传', 'Not uploaded yet')} answer="" />
              ) : (
                <span className="hint">{say('没有提供', 'Not given')}</span>
              ),
          }
        })}
      />
    </section>
  )
}

function Submit({
  hand,
  open,
  toSign,
  csrfToken,
}: {
  hand: DraftInHand
  open: boolean
  toSign: ToSign | undefined
  csrfToken: string
}) {
  const { say } = useView()
  const { before } = neighbours(hand, 'review')
  if (open)
    return (
      <div className="buttons">
        <a className="button" href={`/drafts/${hand.draft.id}`}>
          {say('去填没填好的', 'Go to what is missing')}
        </a>
        <BackLink href={before} />
      </div>
    )
  return (
    <form
      method="post"
      action={`/drafts/${hand.draft.id}/review`}
      data-once=""
      {...(toSign ? { 'data-certificate': 'sign' } : {})}
    >
      <Hidden values={{ _csrf: csrfToken, _key: uuidv7() }} />
      {toSign ? <Hidden values={{ text: toSign.text, signature: '', certificate: '' }} /> : null}
      <p className="declare">
        {say(
          '提交即表示您确认：以上内容和材料真实、完整，您了解提供虚假材料要承担的法律责任（行政许可法第三十一条、第七十八条）。',
          'By submitting you confirm that all this is true and complete, and that you know false documents have legal consequences (Administrative Licensing Law, articles 31 and 78).',
        )}
      </p>
      {toSign ? <Signing toSign={toSign} /> : null}
      <div className="buttons">
        {toSign?.isAsked ? null : (
          <button type="submit" className="button">
            {say('确认并提交', 'Confirm and submit')}
          </button>
        )}
        <BackLink href={before} />
      </div>
    </form>
  )
}

async function submit(visit: Visit): Promise<Shown> {
  const { request, approvals } = visit
  const id = request.params.id ?? ''
  const key = one(request.form, '_key')
  // The same key for the same page: pressing twice, or again after a broken connection, is one application.
  const once = { params: { id }, ...(/^[0-9a-f-]{36}$/.test(key) ? { key } : {}) }
  const input = signatureOf(request)
  const answer = await (input ? approvals.submitSignedDraft({ ...once, input }) : approvals.submitDraft(once))
  if (!isRefusal(answer)) return { redirect: `/my/applications/${answer.id}/done` }
  const hand = await findDraft(visit)
  return isRefusal(hand) ? answer : reviewScreen(visit, hand, answer)
}

async function drop({ request, approvals }: Visit): Promise<Shown> {
  const dropped = await approvals.dropDraft({ params: { id: request.params.id ?? '' } })
  return isRefusal(dropped) ? dropped : { redirect: '/my/applications' }
}
