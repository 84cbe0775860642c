import type { Refusal, Words } from '@mashang/kit'
import { useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import type { ReactNode } from 'react'
import { RefusalNote } from '../../show/refusal-note.tsx'
import { useKeptOpen } from '../../show/use-kept-open.ts'
import { useWrite } from '../../show/use-write.ts'
import { useWords } from '../../words/words.ts'

interface Props<A> {
  readonly title: string
  readonly what: Words
  readonly okText: string
  readonly done: Words
  readonly danger?: boolean
  readonly ready: boolean
  /** What is sent, to know a repetition by. */
  readonly content: unknown
  send(key: string): Promise<A | Refusal>
  onDone?(answer: A): void
  onClose(): void
  readonly children?: ReactNode
}

/** One act of the office: what will happen, what it takes, and the refusal where it happens. */
export function OfficeDialog<A extends object>(props: Props<A>) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<A>()
  const kept = useKeptOpen(props.content)
  async function act() {
    const answer = await write(props.content, props.send)
    void client.invalidateQueries({ queryKey: ['catalogue'] })
    if (!answer) return
    void message.success(t(props.done))
    props.onClose()
    props.onDone?.(answer)
  }
  return (
    <Modal
      open
      {...kept}
      title={props.title}
      okText={props.okText}
      okButtonProps={{ loading: pending, danger: props.danger ?? false, disabled: !props.ready }}
      onOk={() => void act()}
      onCancel={props.onClose}
    >
      <RefusalNote refusal={refusal} />
      <p className="quiet dialog-what">{t(props.what)}</p>
      <div className="dialog-fields">{props.children}</div>
    </Modal>
  )
}
