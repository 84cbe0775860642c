import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useCallback, useState } from 'react'
import { KEYS, SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { useKey, useRowKeys } from './keyboard.ts'

/** The keys of the desk in a small table; `?` opens it. */
export function KeyboardHelp() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  useRowKeys()
  useKey(
    '?',
    useCallback(() => {
      setOpen((was) => !was)
      return true
    }, []),
  )
  const table = (
    <dl className="keys">
      {KEYS.map(({ keys, does }) => (
        <div key={keys.join()}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" title={t(SHELL.keyboard)} content={table}>
      <Button
        type="text"
        className="wide-only"
        icon={<QuestionCircleOutlined />}
        aria-label={t(SHELL.keyboard)}
        title={t(SHELL.keyboard)}
      />
    </Popover>
  )
}
