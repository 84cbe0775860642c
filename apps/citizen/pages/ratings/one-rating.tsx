import type { GivenView, MyRating, RatingForm } from '@mashang/hall/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { KIND_WORDS } from './words.ts'

interface Props {
  readonly found: MyRating
  readonly form: RatingForm
  readonly csrfToken: string
}

/** What is rated, what one said of it, and what became of that: the answer first. */
export function OneRating({ found, form, csrfToken }: Props) {
  const { say, text } = useView()
  const { given, again } = found
  return (
    <>
      <header className="case-head sheet">
        <h1>
          <Said of={found.item.name} />
        </h1>
        <p className="sentence">{text(KIND_WORDS[found.kind])}</p>
        <p className="hint">
          {say('办件编号', 'Case number')}{' '}
          <a className="code" href={`/my/applications/${found.application}`}>
            {found.number}
          </a>{' '}
          · <Said of={found.organ.name} /> · <Day on={found.at} />
        </p>
      </header>
      {given ? <WhatBecame found={found} /> : null}
      {given ? <Given title={say('我的评价', 'My rating')} given={given} form={form} found={found} /> : null}
      {again ? <Given title={say('我的追评', 'My second rating')} given={again} form={form} /> : null}
      {found.actions.includes('disownRating') ? <Disown id={found.id} csrfToken={csrfToken} /> : null}
    </>
  )
}

function WhatBecame({ found }: { found: MyRating }) {
  const { say } = useView()
  const { answer, due, ruling, fix, calledBack } = found
  if (ruling?.outcome === 'excluded')
    return (
      <Notice kind="stop" title={say('这次评价不予采纳', 'This rating was left out')}>
        <p>{ruling.reasons}</p>
        <p>
          {say(
            '评价保留在案，不计入满意率，理由已经公开。',
            'It is kept, counted in no rate, and the reasons are published.',
          )}
        </p>
      </Notice>
    )
  if (answer)
    return (
      <Notice kind="done" title={say('对您的答复', 'The answer to you')}>
        <p className="answer">{answer.text}</p>
        {fix ? (
          <p>
            {say('整改：', 'What was mended: ')}
            {fix}
          </p>
        ) : null}
        <p className="hint">
          <Day on={answer.at} />
        </p>
      </Notice>
    )
  if (due)
    return (
      <Notice kind="soon" title={say('部门负责人会回访您', 'The head of the office will call you')}>
        <p>
          {say('核实、整改并答复您，不晚于', 'It will be verified, mended and answered by ')}
          <b>
            <Day on={due} />
          </b>
          {say('。', '.')}
          {calledBack ? say('已经回访。', ' You have been called.') : null}
        </p>
      </Notice>
    )
  return (
    <Notice kind="done" title={say('评价已收到，谢谢您', 'Your rating has arrived. Thank you.')}>
      <p>
        <a href="/my/ratings">{say('返回我的评价', 'Back to my ratings')}</a>
      </p>
    </Notice>
  )
}

function Given({
  title,
  given,
  form,
  found,
}: {
  title: string
  given: GivenView
  form: RatingForm
  found?: MyRating
}) {
  const { say, text } = useView()
  const level = form.levels.find(({ id }) => id === given.level)
  const reasons = form.tags.filter(({ id }) => given.tags.includes(id)).map(({ words }) => text(words))
  const words = wordsWords(say)
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <Facts
        rows={[
          { label: say('等级', 'Level'), value: level ? <Said of={level.name} /> : given.level },
          reasons.length > 0
            ? { label: say('理由', 'Reasons'), value: reasons.join(say('、', ', ')) }
            : undefined,
          given.words
            ? { label: say('我写的话', 'My words'), value: <span className="answer">{given.words}</span> }
            : undefined,
          found && found.wordsAre !== 'none'
            ? { label: say('公开', 'Published'), value: words[found.wordsAre] }
            : undefined,
          { label: say('日期', 'Date'), value: <Day on={given.at} /> },
        ]}
      />
    </section>
  )
}

function wordsWords(say: (zh: string, en: string) => string): Record<MyRating['wordsAre'], string> {
  return {
    none: '',
    private: say('不公开', 'No'),
    'to-review': say('等待审核', 'Waiting for review'),
    published: say('已隐去个人信息后公开', 'Yes, with personal data struck out'),
    withheld: say('审核后未公开', 'Not published after review'),
  }
}

/** Given by a code: whoever had the slip may have given it. */
function Disown({ id, csrfToken }: { id: string; csrfToken: string }) {
  const { say } = useView()
  return (
    <form method="post" action={`/my/ratings/${id}/disown`} className="sheet" data-once="">
      <Hidden values={{ _csrf: csrfToken }} />
      <p>
        {say(
          '这次评价是凭评价码作出的。如果不是您本人评价，可以声明作废，再由您自己评价。',
          'This rating was given by a rating code. If it was not you, say so: it will count no more, and you can rate yourself.',
        )}
      </p>
      <button type="submit" className="button button-second">
        {say('不是我评的', 'It was not me')}
      </button>
    </form>
  )
}
