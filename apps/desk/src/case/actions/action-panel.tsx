import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { ApplicationView } from '@mashang/approvals/contract'
import { type ReactNode, useState } from 'react'
import { useMedia } from '../../shell/shade.ts'
import { ACT, ACTION_WORDS, ACTIONS, type ActionName } from '../../words/actions.ts'
import { MANDATES } from '../../words/mandates.ts'
import { SHELL } from '../../words/shell.ts'
import { useWords } from '../../words/words.ts'
import { ActionFormFor } from './action-forms.tsx'
import { DoneNote } from './done-note.tsx'
import { NewsNote } from './news-note.tsx'

/** Where there is room for the actions beside the facts; `case.css` says the same. */
const BESIDE = '(min-width: 1101px)'

interface Done {
  readonly action: ActionName
  /** Ids of the documents there were before it. */
  readonly before: readonly string[]
  /** Revision it led to. */
  readonly revision: number
}

/** What this reader may do now, and nothing else; the likeliest is open. */
export function ActionPanel({ view: read }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  // The answer to an act is newer than what was read, until the page has read it, too.
  const [answer, setAnswer] = useState(read)
  const view = answer.id === read.id && answer.revision > read.revision ? answer : read
  const [seen, setSeen] = useState(view.revision)
  const [done, setDone] = useState<Done>()
  const roomy = useMedia(BESIDE)
  const allowed = allowedIn(view)
  // Where the actions stand above the facts, none is open before it is chosen.
  const [open, setOpen] = useState<ActionName | 'none'>(() => (roomy && allowed[0]) || 'none')
  // An action that somebody else made impossible keeps its place, so that what was typed can be copied.
  const shown = open !== 'none' && !allowed.includes(open) ? [open, ...allowed] : allowed

  function finish(action: ActionName, next: ApplicationView) {
    setDone({
      action,
      before: view.documents.map((document) => document.id),
      revision: next.revision,
    })
    setAnswer(next)
    setSeen(next.revision)
    setOpen((roomy && allowedIn(next)[0]) || 'none')
  }

  return (
    <aside className="actions" aria-label={t(ACT.title)}>
      <h2 className="actions-title">{t(ACT.title)}</h2>
      {done && <DoneNote view={view} action={done.action} before={done.before} />}
      {view.revision > seen && <NewsNote view={view} seen={seen} onSeen={() => setSeen(view.revision)} />}
      {view.onBehalf?.map(({ name, actions }) => (
        <p key={name} className="note note-soon">
          {t(
            MANDATES.behalf(
              name,
              allowed
                .filter((act) => actions.includes(act))
                .map((act) => t(ACTION_WORDS[act].title))
                .join(t(SHELL.comma)),
            ),
          )}
        </p>
      ))}
      {shown.length === 0 && !done && (
        <div className="panel">
          <p>{t(ACT.none)}</p>
          <p className="quiet">{t(ACT.noneHint)}</p>
        </div>
      )}
      {shown.map((name) => (
        <ActionEntry
          // What comes after an act is a new form, even where it has the same name.
          key={`${name}/${done?.revision ?? 0}`}
          name={name}
          open={name === open}
          onToggle={() => setOpen(name === open ? 'none' : name)}
        >
          <ActionFormFor
            name={name}
            view={view}
            seen={seen}
            allowed={allowed.includes(name)}
            onDone={(next) => finish(name, next)}
          />
        </ActionEntry>
      ))}
    </aside>
  )
}

function allowedIn(view: ApplicationView): readonly ActionName[] {
  return ACTIONS.filter((name) => view.actions.includes(name))
}

interface EntryProps {
  readonly name: ActionName
  readonly open: boolean
  readonly children: ReactNode
  onToggle(): void
}

function ActionEntry({ name, open, children, onToggle }: EntryProps) {
  const { t } = useWords()
  const { title, hint } = ACTION_WORDS[name]
  return (
    <section className={`action ${open ? 'action-open' : ''}`}>
      <h3>
        <button type="button" className="action-head" aria-expanded={open} onClick={onToggle}>
          <span className="action-name">{t(title)}</span>
          <span className="quiet action-hint">{t(hint)}</span>
          {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        </button>
      </h3>
      {open && <div className="action-body">{children}</div>}
    </section>
  )
}
