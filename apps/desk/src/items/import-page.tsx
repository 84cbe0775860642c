import type { ImportReport } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import { approvals } from '../api/calls.ts'
import { uploadOf } from '../api/client.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ITEMS } from '../words/items.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { ImportResult } from './import-result.tsx'

/** Imports a file of items and accounts for every row of it. */
export function ImportPage() {
  const { t } = useWords()
  const client = useQueryClient()
  const [report, setReport] = useState<ImportReport>()
  const { pending, refusal, write } = useWrite<ImportReport>()

  async function take(file: File | undefined) {
    if (!file) return
    const known = { name: file.name, size: file.size, changed: file.lastModified }
    const done = await write(known, (key) => approvals.importItems({ upload: uploadOf(file), key }))
    if (!done) return
    setReport(done)
    void client.invalidateQueries({ queryKey: ['catalogue'] })
  }

  return (
    <div className="page">
      <PageTitle title={t(SHELL.importing)} trail={[{ label: t(SHELL.items), to: '/items' }]}>
        {report && <Button onClick={() => setReport(undefined)}>{t(ITEMS.importAgain)}</Button>}
      </PageTitle>
      {report ? (
        <ImportResult report={report} />
      ) : (
        <>
          <p className="quiet lead">
            {t(ITEMS.importLead)}{' '}
            <a href="/api/approvals/catalogue-template/items.xlsx">{t(ITEMS.template)}</a>
          </p>
          <RefusalNote refusal={refusal} />
          <DropArea pending={pending} onFile={(file) => void take(file)} />
        </>
      )}
    </div>
  )
}

function DropArea({ pending, onFile }: { readonly pending: boolean; onFile(file: File | undefined): void }) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <section
      className={`drop ${over ? 'drop-over' : ''}`}
      aria-label={t(ITEMS.chooseFile)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {pending ? (
        <p role="status">{t(ITEMS.importing)}</p>
      ) : (
        <>
          <label className="button-link" htmlFor={id}>
            {t(ITEMS.chooseFile)}
          </label>
          <input
            id={id}
            type="file"
            className="unseen"
            accept=".yaml,.yml,.json,.jsonl,.xlsx,.csv"
            onChange={(event) => {
              onFile(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <p className="quiet">{t(ITEMS.drop)}</p>
        </>
      )}
    </section>
  )
}
