import type { HelpView } from '@mashang/assistance/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, InputBox, TextInput } from '../../parts/inputs.tsx'
import { MANDATE_WORDS } from './words.ts'

interface Parts {
  readonly found: HelpView
  readonly csrfToken: string
  readonly typed: string
  readonly error: string | undefined
}

/** 委托书 — what it lets the assistant do; signed, printed and revoked here. */
export function Mandate({ found, csrfToken, typed, error }: Parts) {
  const { say } = useView()
  const { mandate } = found
  if (!mandate) return null
  return (
    <section className="sheet" aria-labelledby="mandate">
      <h2 id="mandate">
        {say('委托书', 'Mandate')}{' '}
        <span className={`tag ${mandate.state === 'in-force' ? 'tag-done' : 'tag-soon'}`}>
          <Said of={MANDATE_WORDS[mandate.state]} />
        </span>
      </h2>
      <p>
        {say('委托', 'Lets ')}
        <b>{found.assistant}</b>
        {say('以我的名义办理“', ' act in my name with “')}
        <Said of={found.item.name} />
        {say('”，自', '”, from ')}
        <Day on={mandate.from} />
        {say('至', ' to ')}
        <Day on={mandate.to} />
        {say('。', '.')}
      </p>
      <p className="hint">
        {say(
          '受托人在范围和期限内以您的名义所做的，对您有效（民法典第一百六十二条）；您可以随时撤销（第一百七十三条）。',
          'What is done within it binds you (Civil Code, Article 162); you may revoke it at any time (Article 173).',
        )}
      </p>
      <p>
        <a href={`/api/assistance/requests/${found.id}/mandate.pdf`}>
          <Icon name="download" /> {say('委托书（PDF）', 'The mandate (PDF, in Chinese)')}
        </a>
      </p>
      <MandateForms {...{ found, csrfToken, typed, error }} />
    </section>
  )
}

/** Signed, or revoked. */
function MandateForms({ found, csrfToken, typed, error }: Parts) {
  const { say } = useView()
  return (
    <>
      {found.actions.includes('signMandate') ? (
        <form method="post" action={`/my/help/${found.id}/sign`} data-once="">
          <Hidden values={{ _csrf: csrfToken }} />
          <TextInput
            labelled={{
              id: 'name',
              label: say('填写您的姓名，作为签名', 'Type your full name as your signature'),
              error,
            }}
            name="name"
            width="half"
            maxLength={40}
            autoComplete="name"
            defaultValue={typed}
          />
          <p>
            <button type="submit" className="button">
              {say('签署委托书', 'Sign the mandate')}
            </button>
          </p>
        </form>
      ) : null}
      {found.actions.includes('revokeMandate') ? (
        <details>
          <summary>{say('撤销委托', 'Revoke the mandate')}</summary>
          <form method="post" action={`/my/help/${found.id}/revoke`}>
            <Hidden values={{ _csrf: csrfToken }} />
            <InputBox
              labelled={{ id: 'revoke-reason', label: say('原因', 'Reason'), optional: true }}
              name="text"
              rows={2}
              value=""
              maxLength={500}
            />
            <p>
              <button type="submit" className="button button-danger">
                {say('确认撤销', 'Revoke')}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </>
  )
}
