import type { MyRating } from '@mashang/hall/contract'
import { useView } from '../../frame/view.tsx'
import { KIND_WORDS } from './words.ts'

/** On the case's own page: what may be rated, and what was. Nothing where there is nothing to rate yet. */
export function RatingsOfCase({ ratings }: { ratings: readonly MyRating[] }) {
  const { say, text } = useView()
  if (ratings.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="ratings">
      <h2 id="ratings">{say('评价这次服务', 'Rate this service')}</h2>
      <ul className="rate-links">
        {ratings.map(({ id, kind, actions, answer, again }) => (
          <li key={id}>
            {text(KIND_WORDS[kind])}
            {actions.includes('rate') ? (
              <a className="button button-second" href={`/my/ratings/${id}`}>
                {say('去评价', 'Rate')}
                <span className="unseen">
                  {say('：', ': ')}
                  {text(KIND_WORDS[kind])}
                </span>
              </a>
            ) : (
              <a href={`/my/ratings/${id}`}>
                {answer && !again
                  ? say('已答复，可以追评', 'Answered; you may rate once more')
                  : say('查看我的评价', 'My rating')}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">
        {say(
          '自愿评价，每件、每次一次；不评价不影响办理，也不会算作好评。',
          'Rating is up to you, once for the case and once for each visit. Not rating changes nothing, and is not taken for a good rating.',
        )}
      </p>
    </section>
  )
}
