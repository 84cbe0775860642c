import { Input } from 'antd'
import { useState } from 'react'
import { Labelled } from '../../show/labelled.tsx'
import { EDITOR } from '../../words/editor.ts'
import { useWords } from '../../words/words.ts'
import { Line, Several } from './controls.tsx'
import { usePlace } from './editing.ts'
import { Repeated } from './repeated.tsx'

/** Examples are replayed by the checks: what is filled in, and where it leads. */
export function ExamplesSection() {
  return (
    <Repeated path="examples" one={EDITOR.example} make={() => ({ given: {} })} optional>
      {(path) => (
        <>
          <Given path={path} />
          <Several path={`${path}.path`} label={EDITOR.expectedPath} optional />
          <Line path={`${path}.refused`} label={EDITOR.expectedRefusal} optional />
        </>
      )}
    </Repeated>
  )
}

/** What is typed stays as it is while it is no whole JSON yet. */
function Given({ path }: { readonly path: string }) {
  const { t } = useWords()
  const example = usePlace(path)
  const { value, set } = usePlace(`${path}.given`)
  const [typed, setTyped] = useState(() => JSON.stringify(value ?? {}, undefined, 2))
  const [broken, setBroken] = useState(false)
  function take(text: string) {
    setTyped(text)
    try {
      const read: unknown = JSON.parse(text)
      set(read)
      setBroken(false)
    } catch {
      setBroken(true)
    }
  }
  return (
    <Labelled
      label={t(EDITOR.given)}
      hint={t(EDITOR.givenHint)}
      error={broken ? t(EDITOR.notJson) : example.error}
    >
      {(id, describedBy) => (
        <Input.TextArea
          id={id}
          className="code-input"
          aria-describedby={describedBy}
          value={typed}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </Labelled>
  )
}
