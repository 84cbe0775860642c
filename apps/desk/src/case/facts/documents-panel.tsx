import { FilePdfOutlined } from '@ant-design/icons'
import type { DocumentView } from '@mashang/approvals/contract'
import { useState } from 'react'
import { fullInstant } from '../../show/dates.ts'
import { CASE } from '../../words/case.ts'
import { HANDLING } from '../../words/handling.ts'
import { useWords } from '../../words/words.ts'
import { FileViewer } from './file-viewer.tsx'
import { Panel } from './panel.tsx'

/** The documents issued so far; each opens in place as the signed PDF. */
export function DocumentsPanel({ documents }: { readonly documents: readonly DocumentView[] }) {
  const { t } = useWords()
  const [open, setOpen] = useState<string>()
  return (
    <Panel title={t(CASE.documents)}>
      {documents.length === 0 && <p className="quiet">{t(CASE.noDocuments)}</p>}
      <ul className="documents">
        {documents.map((document) => (
          <li key={document.id} id={`document-${document.id}`}>
            <button
              type="button"
              className="file"
              aria-expanded={open === document.id}
              onClick={() => setOpen(open === document.id ? undefined : document.id)}
            >
              <FilePdfOutlined aria-hidden="true" />
              <span className="file-name">{t(document.title)}</span>
              <span className="quiet">{document.number}</span>
              <span className="quiet nowrap">{fullInstant(document.at)}</span>
            </button>
            {document.replacedBy !== undefined && (
              <p className="quiet">{t(HANDLING.replacedBy(document.replacedBy))}</p>
            )}
            {open === document.id && (
              <FileViewer
                file={{ name: `${document.number}.pdf`, type: 'application/pdf', href: document.href }}
                onClose={() => setOpen(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
