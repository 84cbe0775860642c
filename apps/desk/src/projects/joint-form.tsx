import type { Refusal } from '@mashang/kit'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { JOINT } from '../words/joint.ts'
import { type SomeWords, useWords } from '../words/words.ts'

interface Props<A> {
  readonly title: SomeWords
  /** Where the answer, the view that follows, is kept. */
  readonly queryKey: QueryKey
  readonly content: unknown
  readonly disabled?: boolean
  /** What opens the act, where it is not what waits to be done now. */
  readonly folded?: SomeWords
  /** What cannot be undone looks so. */
  readonly danger?: boolean
  readonly send: (key: string) => Promise<A | Refusal>
  readonly children?: ReactNode
}

/** One act of the office: its fields, what was wrong, one button. */
export function JointForm<A extends object>({
  title,
  queryKey,
  content,
  disabled,
  folded,
  danger,
  send,
  children,
}: Props<A>) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<A>()
  const [open, setOpen] = useState(folded === undefined)

  async function give() {
    const done = await write(content, send)
    if (!done) return
    client.setQueryData(queryKey, done)
    void client.invalidateQueries({ queryKey: ['project-duties'] })
    void client.invalidateQueries({ queryKey: ['project'] })
    void message.success(t(JOINT.sent))
    if (folded) setOpen(false)
  }

  if (folded && !open)
    return (
      <Button className="joint-opens" danger={danger ?? false} onClick={() => setOpen(true)}>
        {t(folded)}
      </Button>
    )

  return (
    <fieldset className="joint-form">
      <legend>{t(title)}</legend>
      <RefusalNote refusal={refusal} />
      {children}
      <Button
        type="primary"
        danger={danger ?? false}
        loading={pending}
        disabled={disabled ?? false}
        onClick={() => void give()}
      >
        {t(title)}
      </Button>{' '}
      {folded && <Button onClick={() => setOpen(false)}>{t(JOINT.notNow)}</Button>}
    </fieldset>
  )
}

/** Several lines of text under their label. */
export function TextBox({
  label,
  value,
  onType,
  most = 2000,
  optional,
}: {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly most?: number
  readonly optional?: boolean
}) {
  return (
    <Labelled label={label} optional={optional ?? false}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={most}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Labelled>
  )
}
