import type { FileView } from '@mashang/approvals/contract'
import { FORM_WORDS } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { InputMessage } from '../../parts/error-summary.tsx'
import { FileChoice, FileName, FilesAccepted, UploadButton } from '../../parts/files.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { MaterialForms } from '../guide/guide-materials.tsx'
import type { Card } from './card.ts'
import { Declaration, HeldOffer } from './held-offer.tsx'

/** One material of an application: what counts, what has been given, and where to add to it. */
export function MaterialCard(card: Card) {
  const { hand, material, needed, messages } = card
  const { say } = useView()
  const held = hand.draft.held.find((one) => one.material === material.id)
  const files = hand.draft.materials.find((given) => given.material === material.id)?.files ?? []
  const declared = (hand.draft.declared ?? []).includes(material.id)
  const stands = declared || (held !== undefined && (held.source === undefined || held.consented === true))
  const id = `material-${material.id}`
  return (
    <section className="sheet material-card" id={id} aria-labelledby={`${id}-name`} data-material="">
      <div className="material-head">
        <h2 id={`${id}-name`}>
          <Said of={material.name} />
        </h2>
        <MaterialState
          needed={needed}
          held={stands}
          offered={held?.source !== undefined}
          given={files.length > 0}
        />
      </div>
      {held && held.source === undefined ? (
        <p className="material-held">
          <Icon name="done" />
          <span>
            {say('市里已经有：', 'The city holds it already: ')}
            <Said of={held.evidence} />
            {say('。不用再交。', '. There is no need to give it again.')}
          </span>
        </p>
      ) : null}
      {held?.source ? <HeldOffer card={card} held={held} given={files.length > 0} /> : null}
      {material.declarable && files.length === 0 ? <Declaration card={card} declared={declared} /> : null}
      {stands ? null : (
        <>
          <WhatCounts card={card} />
          {messages.map((message, at) => (
            <InputMessage key={message} id={`${id}-error-${at}`} message={message} />
          ))}
          <Given card={card} files={files} />
          <Upload card={card} files={files} />
        </>
      )}
    </section>
  )
}

interface StateOfMaterial {
  readonly needed: boolean
  readonly held: boolean
  /** The city holds it and waits for a word. */
  readonly offered: boolean
  readonly given: boolean
}

function MaterialState({ needed, held, offered, given }: StateOfMaterial) {
  const { say } = useView()
  if (held) return <span className="tag tag-done">{say('免交', 'Not needed')}</span>
  if (given) return <span className="tag tag-done">{say('已上传', 'Uploaded')}</span>
  if (offered) return <span className="tag tag-soon">{say('待您同意', 'Your consent')}</span>
  return needed ? (
    <span className="tag tag-soon">{say('待上传', 'To upload')}</span>
  ) : (
    <span className="tag">{say('选交', 'Optional')}</span>
  )
}

function WhatCounts({ card: { hand, material } }: { card: Card }) {
  const { language, say } = useView()
  return (
    <>
      {material.requirements ? (
        <p>
          <Said of={material.requirements} />
        </p>
      ) : null}
      <p className="hint">
        {FORM_WORDS[material.form][language]}
        {say(`，${material.copies} 份；`, `, ${material.copies}; `)}
        <FilesAccepted material={material} />
      </p>
      <MaterialForms material={material} item={hand.item} />
    </>
  )
}

function Given({ card: { hand, material, csrfToken }, files }: { card: Card; files: readonly FileView[] }) {
  const { say } = useView()
  if (files.length === 0) return null
  const action = `/drafts/${hand.draft.id}/materials/${material.id}`
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.digest}>
          <FileName file={file} />
          <form method="post" action={`${action}/remove`} data-fragment="">
            <Hidden values={{ _csrf: csrfToken, digest: file.digest }} />
            <button type="submit" className="button-link">
              {say('移除', 'Remove')}
              <span className="unseen">{`${say('：', ': ')}${file.name}`}</span>
            </button>
          </form>
          <details>
            <summary>
              {say('替换', 'Replace')}
              <span className="unseen">{`${say('：', ': ')}${file.name}`}</span>
            </summary>
            <form method="post" action={action} encType="multipart/form-data" data-upload="">
              <Hidden values={{ _csrf: csrfToken, replace: file.digest }} />
              <FileChoice
                material={material}
                id={`replace-${material.id}-${file.digest.slice(0, 12)}`}
                replaces={file.name}
              />
              <UploadButton />
            </form>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Upload({ card: { hand, material, csrfToken }, files }: { card: Card; files: readonly FileView[] }) {
  if (files.length >= (material['max-files'] ?? 10)) return null
  return (
    <form
      method="post"
      action={`/drafts/${hand.draft.id}/materials/${material.id}`}
      encType="multipart/form-data"
      data-upload=""
    >
      <Hidden values={{ _csrf: csrfToken }} />
      <FileChoice material={material} id={`file-${material.id}`} />
      <UploadButton />
    </form>
  )
}
