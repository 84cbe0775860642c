import type { ApplicationView } from '@mashang/approvals/contract'
import type { Refusal } from '@mashang/kit'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { RefusalNote } from '../../show/refusal-note.tsx'
import { ACT, ACTION_WORDS, type ActionName } from '../../words/actions.ts'
import { SHELL } from '../../words/shell.ts'
import { useWords } from '../../words/words.ts'
import { useCommand } from './use-command.ts'

/** What every form of an action is given. */
export interface FormProps {
  readonly view: ApplicationView
  /** Revision the officer has seen; the command is refused if the case is further. */
  readonly seen: number
  /** False when somebody else made the action impossible meanwhile. */
  readonly allowed: boolean
  onDone(next: ApplicationView): void
}

interface Props extends FormProps {
  readonly name: ActionName
  /** Why it cannot be sent yet, in words; absent when it can. */
  readonly missing: string | undefined
  /** What is sent beside the revision. */
  readonly content: unknown
  /** What will happen, where it differs from the action's own words. */
  readonly what?: string
  /** Final acts ask once, showing this. */
  readonly ask?: ReactNode
  readonly okText?: string
  readonly danger?: boolean
  readonly children?: ReactNode
  /** It was done: the draft is of no more use. */
  onSent(): void
  send(key: string): Promise<ApplicationView | Refusal>
}

/** Fields, what will happen, and one button; a refusal stands above it with its rule and article. */
export function ActionForm(props: Props) {
  const { name, view, seen, allowed, missing, content, ask, okText, danger = false, children } = props
  const { t } = useWords()
  const { modal, message } = App.useApp()
  const { pending, refusal, give } = useCommand(view.id)
  const { title, what, submit, done } = ACTION_WORDS[name]
  const stale = view.revision > seen
  const told = props.what ?? t(what)

  async function act() {
    const next = await give({ content, seen }, props.send)
    if (!next) return
    void message.success(t(done))
    props.onSent()
    props.onDone(next)
  }

  function press() {
    if (ask === undefined) return void act()
    modal.confirm({
      title: t(ACT.confirmTitle(t(title))),
      content: ask,
      width: 640,
      icon: null,
      okText: okText ?? t(ACT.confirm),
      cancelText: t(SHELL.cancel),
      okButtonProps: { danger },
      // The answer stands in the form behind, with whatever there is to mend.
      onOk: () => void act(),
    })
  }

  return (
    <form
      className="action-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && allowed && !stale) press()
      }}
    >
      {children}
      <RefusalNote refusal={refusal} />
      {!allowed && <p className="note note-soon">{t(ACT.gone)}</p>}
      <p className="quiet">{told}</p>
      <Button
        type="primary"
        htmlType="submit"
        block
        danger={danger}
        loading={pending}
        disabled={missing !== undefined || !allowed || stale}
      >
        {t(submit)}
      </Button>
      {(missing || stale) && <p className="hint">{stale ? t(ACT.seeFirst) : missing}</p>}
    </form>
  )
}
