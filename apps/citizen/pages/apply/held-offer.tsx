import type { Draft } from '@mashang/approvals/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import type { Card } from './card.ts'

interface Offer {
  readonly card: Card
  readonly held: Draft['held'][number]
  /** Something was uploaded instead. */
  readonly given: boolean
}

/** What the city holds, offered; it is used only where the applicant says so, for this application alone. */
export function HeldOffer({ card: { hand, material, csrfToken }, held, given }: Offer) {
  const { say, text } = useView()
  if (given) return null
  const action = `/drafts/${hand.draft.id}/materials/${material.id}/held`
  const about = <span className="unseen">{`${say('：', ': ')}${text(material.name)}`}</span>
  return (
    <form method="post" action={action} className="held-offer" data-fragment="">
      <Hidden
        values={{ _csrf: csrfToken, source: held.source ?? '', agreed: held.consented ? 'no' : 'yes' }}
      />
      <p className="material-held">
        <Icon name={held.consented ? 'done' : 'shield'} />
        <span>
          {say('使用市里已有的：', 'Use what the city holds: ')}
          <Said of={held.evidence} />
          {held.validTo ? (
            <>
              {say('，有效期至 ', ', valid to ')}
              <Day on={held.validTo} />
            </>
          ) : null}
        </span>
      </p>
      {held.consented ? (
        <p className="buttons">
          <span className="tag tag-done">{say('已同意本次使用', 'You consented to this use')}</span>
          <button type="submit" className="button-link">
            {say('不用了，我要上传新的', 'No, I will upload a newer one')}
            {about}
          </button>
        </p>
      ) : (
        <>
          <p className="hint">
            {say(
              '同意只限这一次申请；谁用过、用在哪件事上，您随时可以在“我的材料”里查看。也可以不同意，改为上传。',
              'Your consent is for this application only; “What the city holds” shows who used it, and for what. You may also upload it instead.',
            )}
          </p>
          <button type="submit" className="button">
            {say('同意本次使用', 'I consent to this use')}
            {about}
          </button>
        </>
      )}
    </form>
  )
}

/** 告知承诺: what may be declared instead of given. */
export function Declaration({
  card: { hand, material, csrfToken },
  declared,
}: {
  readonly card: Card
  readonly declared: boolean
}) {
  const { say, text } = useView()
  return (
    <form
      method="post"
      action={`/drafts/${hand.draft.id}/materials/${material.id}/declaration`}
      className="held-offer"
      data-fragment=""
    >
      <Hidden values={{ _csrf: csrfToken, declared: declared ? 'no' : 'yes' }} />
      <p>
        {declared
          ? say('您已承诺具备这份材料，不用上传。', 'You declared that you have it; no upload is needed.')
          : say(
              '这份材料可以用承诺代替：承诺不实的，要承担法律责任。',
              'You may declare this instead of giving it; a false declaration has consequences in law.',
            )}
      </p>
      <button type="submit" className="button button-second">
        {declared
          ? say('撤销承诺，改为上传', 'Take it back and upload')
          : say('我承诺，不上传', 'I declare it')}
        <span className="unseen">{`${say('：', ': ')}${text(material.name)}`}</span>
      </button>
    </form>
  )
}
