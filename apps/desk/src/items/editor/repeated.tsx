import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EDITOR } from '../../words/editor.ts'
import { type SomeWords, useWords } from '../../words/words.ts'
import { useEditing, usePlace } from './editing.ts'
import { listAt, moved, numbered } from './paths.ts'

interface Props {
  readonly path: string
  /** What one member is called: 条件. */
  readonly one: SomeWords
  make(list: readonly unknown[]): unknown
  /** The controls of one member. */
  children(path: string, at: number): ReactNode
  titleOf?(member: unknown, at: number): string
  /** The list itself goes when its last member does. */
  readonly optional?: boolean
}

/** A list whose members are added, moved and removed; every button says which one it is about. */
export function Repeated({ path, one, make, children, titleOf, optional = false }: Props) {
  const { t } = useWords()
  const { definition, set } = useEditing()
  const { error } = usePlace(path)
  const list = listAt(definition, path)
  const save = (next: readonly unknown[]) => set(path, next.length === 0 && optional ? undefined : next)
  return (
    <div className="repeated">
      {error && <p className="field-error">{error}</p>}
      {numbered(list).map(({ key, member, at }) => {
        const title = titleOf?.(member, at) || `${t(one)} ${at + 1}`
        return (
          <fieldset key={key} className="member">
            <legend>{title}</legend>
            <MemberTools
              title={title}
              isFirst={at === 0}
              isLast={at === list.length - 1}
              onMove={(by) => save(moved(list, at, by))}
              onRemove={() => save(list.filter((_, index) => index !== at))}
            />
            <div className="member-controls">{children(`${path}.${at}`, at)}</div>
          </fieldset>
        )
      })}
      <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => save([...list, make(list)])}>
        {t(EDITOR.add(t(one)))}
      </Button>
    </div>
  )
}

interface ToolsProps {
  readonly title: string
  readonly isFirst: boolean
  readonly isLast: boolean
  onMove(by: -1 | 1): void
  onRemove(): void
}

export function MemberTools({ title, isFirst, isLast, onMove, onRemove }: ToolsProps) {
  const { t } = useWords()
  return (
    <div className="member-tools">
      <Button
        size="small"
        disabled={isFirst}
        aria-label={t(EDITOR.up(title))}
        title={t(EDITOR.up(title))}
        icon={<ArrowUpOutlined />}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        disabled={isLast}
        aria-label={t(EDITOR.down(title))}
        title={t(EDITOR.down(title))}
        icon={<ArrowDownOutlined />}
        onClick={() => onMove(1)}
      />
      <Button
        size="small"
        aria-label={t(EDITOR.remove(title))}
        title={t(EDITOR.remove(title))}
        icon={<DeleteOutlined />}
        onClick={onRemove}
      />
    </div>
  )
}
