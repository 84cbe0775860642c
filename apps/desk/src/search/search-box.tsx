import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useKey } from '../shell/keyboard.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { type Found, useSearch } from './use-search.ts'

/** Search over everything the reader may see; `/` comes here from anywhere. */
export function SearchBox() {
  const { t } = useWords()
  const id = useId()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { found, searching } = useSearch(open ? text : '')
  const shown = open && text.trim() !== ''
  useKey(
    '/',
    useCallback(() => {
      input.current?.select()
      return true
    }, []),
  )

  function go(one: Found | undefined) {
    if (!one) return
    setOpen(false)
    setText('')
    input.current?.blur()
    void navigate(one.to)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter') go(found[at])
    else if (event.key === 'Escape') {
      setOpen(false)
      input.current?.blur()
    }
  }

  return (
    <div className="search">
      <SearchOutlined className="search-sign" aria-hidden="true" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t(SHELL.search)}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && found[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t(SHELL.search)}
        value={text}
        maxLength={60}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
      <ResultList id={id} shown={shown} found={found} at={at} searching={searching} onGo={go} />
    </div>
  )
}

interface ListProps {
  readonly id: string
  readonly shown: boolean
  readonly found: readonly Found[]
  readonly at: number
  readonly searching: boolean
  onGo(one: Found): void
}

function ResultList({ id, shown, found, at, searching, onGo }: ListProps) {
  const { t } = useWords()
  return (
    <div className="search-results" hidden={!shown}>
      {found.length === 0 && (
        <p className="search-none" role="status">
          {t(searching ? SHELL.searching : SHELL.searchNothing)}
        </p>
      )}
      <div role="listbox" id={`${id}-list`} aria-label={t(SHELL.search)}>
        {found.map((one, index) => (
          <div
            key={one.to}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="search-result"
            // Before the blur of the field closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              onGo(one)
            }}
          >
            <span className="search-group">{t(one.group)}</span>
            <span className="search-title">{one.title}</span>
            <span className="search-detail">{one.detail}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
