import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import type { Finding, ItemChoices, ItemOpened } from '@mashang/approvals/contract'
import { ELEMENT_WORDS } from '@mashang/flow'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { PageTitle } from '../../shell/page-title.tsx'
import { RefusalNote } from '../../show/refusal-note.tsx'
import { EDITOR } from '../../words/editor.ts'
import { SHELL } from '../../words/shell.ts'
import { useWords } from '../../words/words.ts'
import { EditingProvider, useSentence } from './editing.ts'
import { SECTIONS } from './sections.tsx'
import { useEditor } from './use-editor.ts'

interface Props {
  readonly opened: ItemOpened
  readonly choices: ItemChoices
}

const JSON_VIEW = 'json'

/** 拟制: every element by its section, the checks beside each field, saved as a draft. */
export function Editor({ opened, choices }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const editor = useEditor(opened)
  const [shown, setShown] = useState('basics')
  const { row } = opened
  const here = `/items/${encodeURIComponent(row.code)}/${row.version}`
  const section = SECTIONS.find(({ key }) => key === shown)
  async function save() {
    if (await editor.save()) void message.success(t(EDITOR.saved))
  }
  return (
    <EditingProvider
      value={{
        definition: editor.definition,
        set: editor.set,
        setAll: editor.setAll,
        findings: editor.findings,
        choices,
      }}
    >
      <PageTitle
        title={t(EDITOR.title(t(row.name)))}
        trail={[
          { label: t(SHELL.items), to: '/items' },
          { label: t(row.name), to: here },
        ]}
      >
        <span className="quiet" role="status">
          {t(editor.changed ? EDITOR.unsaved : EDITOR.saved)}
        </span>
        <Link to={here} className="button-link">
          {t(EDITOR.back)}
        </Link>
        <Button type="primary" loading={editor.saving} disabled={!editor.changed} onClick={() => void save()}>
          {t(EDITOR.save)}
        </Button>
      </PageTitle>
      {editor.conflict ? <Conflict editor={editor} /> : <RefusalNote refusal={editor.refusal} />}
      <div className="editor">
        <SectionMenu shown={shown} findings={editor.findings} onShow={setShown} />
        <div className="editor-section">
          {section ? (
            <>
              <h2>{t(section.label)}</h2>
              <SectionFindings elements={section.elements} findings={editor.findings} />
              <section.Controls key={section.key} />
            </>
          ) : (
            <JsonView definition={editor.definition} />
          )}
        </div>
      </div>
    </EditingProvider>
  )
}

const findingsIn = (findings: readonly Finding[], elements: readonly string[]) =>
  findings.filter(({ path }) => elements.includes(path.split('.')[0] ?? ''))

interface MenuProps {
  readonly shown: string
  readonly findings: readonly Finding[]
  onShow(key: string): void
}

function SectionMenu({ shown, findings, onShow }: MenuProps) {
  const { t } = useWords()
  return (
    <nav className="editor-menu" aria-label={t(EDITOR.sections)}>
      <ul>
        {SECTIONS.map(({ key, label, elements }) => {
          const count = findingsIn(findings, elements).length
          return (
            <li key={key}>
              <button type="button" aria-current={key === shown} onClick={() => onShow(key)}>
                {t(label)}
                {count > 0 ? (
                  <span className="section-count">
                    <WarningFilled aria-hidden="true" /> {t(EDITOR.findings(count))}
                  </span>
                ) : (
                  <span className="section-clean" title={t(EDITOR.clean)}>
                    <CheckCircleFilled aria-hidden="true" />
                    <span className="unseen">{t(EDITOR.clean)}</span>
                  </span>
                )}
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" aria-current={shown === JSON_VIEW} onClick={() => onShow(JSON_VIEW)}>
            {t(EDITOR.json)}
          </button>
        </li>
      </ul>
    </nav>
  )
}

interface FindingsProps {
  readonly elements: readonly string[]
  readonly findings: readonly Finding[]
}

function SectionFindings({ elements, findings }: FindingsProps) {
  const { t } = useWords()
  const sentence = useSentence()
  const here = findingsIn(findings, elements)
  if (here.length === 0) return null
  return (
    <div className="note note-soon section-findings">
      <p>{t(EDITOR.inSection)}</p>
      <ul className="bullets">
        {here.map((finding) => (
          <li key={`${finding.rule}/${finding.path}`}>{sentence(finding)}</li>
        ))}
      </ul>
    </div>
  )
}

function Conflict({ editor }: { readonly editor: ReturnType<typeof useEditor> }) {
  const { t } = useWords()
  const { conflict } = editor
  if (!conflict) return null
  const shared = conflict.both.map((element) => t(ELEMENT_WORDS[element] ?? { zh: element }))
  return (
    <div className="note note-late" role="alert">
      <p>{t(EDITOR.conflict(conflict.by))}</p>
      <ul className="bullets">
        {conflict.theirs.map(({ path, kind, words }) => (
          <li key={`${kind}/${path}`}>{t(words)}</li>
        ))}
      </ul>
      {shared.length > 0 && <p>{`${t(EDITOR.conflictSame)} ${shared.join('、')}`}</p>}
      <p className="conflict-choices">
        <Button type="primary" onClick={editor.merge}>
          {t(EDITOR.conflictTake)}
        </Button>
        <Button onClick={editor.takeTheirs}>{t(EDITOR.conflictTheirs)}</Button>
      </p>
    </div>
  )
}

function JsonView({ definition }: { readonly definition: unknown }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const text = JSON.stringify(definition, undefined, 2)
  async function copy() {
    await navigator.clipboard.writeText(text)
    void message.success(t(EDITOR.copied))
  }
  return (
    <>
      <h2>{t(EDITOR.json)}</h2>
      <p className="quiet">{t(EDITOR.jsonWhat)}</p>
      <Button onClick={() => void copy()}>{t(EDITOR.copyJson)}</Button>
      <pre className="json">{text}</pre>
    </>
  )
}
