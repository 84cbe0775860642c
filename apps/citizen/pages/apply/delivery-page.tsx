import { isRefusal } from '@mashang/kit'
import { DELIVERY_WORDS } from '@mashang/ui'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Choices, Group, Hidden } from '../../parts/inputs.tsx'
import { ApplyFrame, BackLink, neighbours } from './apply-frame.tsx'
import { type DraftInHand, findDraft } from './draft.ts'

const citizens = { for: 'some', citizen: true, row: 'own-draft' } as const

export const deliveryRoutes: readonly Route[] = [
  { method: 'GET', path: '/drafts/:id/delivery', access: citizens, show: showDelivery },
  { method: 'POST', path: '/drafts/:id/delivery', access: citizens, show: takeDelivery },
]

async function showDelivery(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  return isRefusal(hand) ? hand : deliveryScreen(visit, hand)
}

function deliveryScreen({ view, request }: Visit, hand: DraftInHand, error?: string): Shown {
  const title = view.say('结果怎么给您', 'How you get the result')
  return {
    title,
    section: 'mine',
    focused: true,
    ...(error ? { status: 422 } : {}),
    main: (
      <ApplyFrame hand={hand} place="delivery" title={title}>
        <DeliveryForm hand={hand} error={error} csrfToken={request.csrfToken} />
      </ApplyFrame>
    ),
  }
}

function DeliveryForm({
  hand,
  error,
  csrfToken,
}: {
  hand: DraftInHand
  error: string | undefined
  csrfToken: string
}) {
  const { language, say } = useView()
  const hints = {
    electronic: say(
      '在“我的办件”里下载带签章的 PDF，和纸质的效力相同。',
      'A sealed, signed PDF among your cases; it counts like the paper.',
    ),
    post: say(
      '寄到您的联系地址，工作人员会先与您核对。',
      'Sent to you; the office checks the address with you first.',
    ),
    window: say('带身份证到窗口领取。', 'Bring your identity card to the window.'),
  }
  const { before } = neighbours(hand, 'delivery')
  return (
    <form method="post" action={`/drafts/${hand.draft.id}/delivery`}>
      <Hidden values={{ _csrf: csrfToken }} />
      <ErrorSummary errors={error ? [{ at: 'delivery', message: error }] : []} />
      <Group labelled={{ id: 'delivery', label: say('送达方式', 'Delivery'), error }}>
        <Choices
          kind="radio"
          name="delivery"
          options={hand.item.delivery.map((how) => ({
            value: how,
            label: DELIVERY_WORDS[how][language],
            hint: hints[how],
          }))}
          chosen={[hand.draft.delivery]}
        />
      </Group>
      <div className="buttons">
        <button type="submit" className="button">
          {say('保存并继续', 'Save and continue')}
        </button>
        <BackLink href={before} />
      </div>
    </form>
  )
}

async function takeDelivery(visit: Visit): Promise<Shown> {
  const hand = await findDraft(visit)
  if (isRefusal(hand)) return hand
  const chosen = hand.item.delivery.find((how) => how === one(visit.request.form, 'delivery'))
  if (!chosen)
    return deliveryScreen(visit, hand, visit.view.say('请选择一种送达方式。', 'Please choose one.'))
  const saved = await visit.approvals.saveDraft({
    params: { id: hand.draft.id },
    input: { form: hand.draft.form, delivery: chosen },
  })
  return isRefusal(saved) ? saved : { redirect: `/drafts/${hand.draft.id}/review` }
}
