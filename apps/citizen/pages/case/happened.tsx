import type { ApplicationView } from '@mashang/approvals/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'

/** Where a case stands in the order of acceptance, of an item with a quota. */
export function Place({ found: { place } }: { found: ApplicationView }) {
  const { say } = useView()
  if (!place) return null
  return (
    <section className="sheet" aria-labelledby="place">
      <h2 id="place">{say('名额', 'Your place')}</h2>
      <p>
        <Said of={place.words} />
      </p>
      <p>
        <a href={place.href}>{say('查看名额情况', 'See all places')}</a>
      </p>
    </section>
  )
}

/** What happened to a case beside its way: where it went, what was joined with it, what was put right. */
export function Happened({ found }: { found: ApplicationView }) {
  const { say, text } = useView()
  const { handling } = found
  if (!handling || (handling.happened.length === 0 && !handling.mergedInto)) return null
  const { happened, mergedInto, mergedIn, rectified } = handling
  return (
    <section className="sheet" aria-labelledby="happened">
      <h2 id="happened">{say('发生了什么', 'What happened')}</h2>
      <ul className="plain">
        {happened.map(({ at, words }) => (
          <li key={at + words.zh}>
            <Said of={words} />{' '}
            <span className="hint">
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
      {mergedInto ? (
        <p>
          <a className="button" href={`/my/applications/${mergedInto.id}`}>
            {say(`查看继续办理的 ${mergedInto.number}`, `Go on with ${mergedInto.number}`)}
          </a>
        </p>
      ) : null}
      {mergedIn.map(({ id, number }) => (
        <p key={id}>
          <a href={`/my/applications/${id}`}>
            {say(`查看并入的 ${number} 的材料和记录`, `Files and record of ${number}, which was merged in`)}
          </a>
        </p>
      ))}
      {rectified.map(({ at, slips }) => (
        <Facts
          key={at}
          rows={slips.map(({ label, was, is }) => ({
            label: text(label),
            value: (
              <>
                <del>{was || '—'}</del> → <b>{is || '—'}</b>
              </>
            ),
          }))}
        />
      ))}
    </section>
  )
}
