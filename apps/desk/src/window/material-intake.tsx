import { approvalsRoutes } from 'virtual:contract'
import type { Intake } from '@mashang/approvals/contract'
import type { Material } from '@mashang/flow'
import { Checkbox, Input } from 'antd'
import { useId } from 'react'
import { approvals } from '../api/calls.ts'
import { uploadOf } from '../api/client.ts'
import { Trust } from '../case/facts/trust.tsx'
import { useMayUse } from '../session/use-session.ts'
import { sizeText } from '../show/size.ts'
import { ACT } from '../words/actions.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { FileDrop } from './file-drop.tsx'
import type { IntakeInHand } from './use-intake.ts'

interface Props {
  readonly material: Material
  readonly needed: boolean
  readonly hand: IntakeInHand
}

type Mark = Parameters<typeof approvals.markIntakeMaterial>[0]['input']

/** One material on the table: held, scanned, seen, declared. */
export function MaterialIntake({ material, needed, hand }: Props) {
  const { t } = useWords()
  // Originals are seen by the office, not by whoever acts for the applicant.
  const decides = useMayUse()(approvalsRoutes.acceptApplication)
  const { draft, seen } = hand.intake
  const params = { id: draft.id, material: material.id }
  const files = draft.materials.find((one) => one.material === material.id)?.files ?? []
  const held = draft.held.find((one) => one.material === material.id)
  const look = seen.find((one) => one.material === material.id)
  const declared = (draft.declared ?? []).includes(material.id)
  const stands = held !== undefined && (!held.source || held.consented === true)
  const grade = gradeOf({ look, files, declared, held: stands ? held : undefined })
  const mark = (input: Mark) => void hand.change(() => approvals.markIntakeMaterial({ params, input }))
  return (
    <li id={`materials.${material.id}`} className="window-material">
      <p className="material-name">
        <span>{t(material.name)}</span>
        <span className="tags">
          <span className="quiet">{t(needed ? WINDOW.needed : WINDOW.optional)}</span>
          {grade && <Trust grade={grade} />}
        </span>
      </p>
      {held && files.length === 0 && <Offer held={held} name={t(material.name)} onMark={mark} />}
      {(!stands || isUnseenIdentity(held)) && (
        <>
          {material.requirements && <p className="hint">{t(material.requirements)}</p>}
          <FileDrop
            material={material}
            onFiles={(chosen) => {
              for (const file of chosen)
                void hand.change(() => approvals.addIntakeFile({ params, upload: uploadOf(file) }))
            }}
          />
        </>
      )}
      <Scans
        files={files}
        onDrop={(digest) =>
          void hand.change(() => approvals.dropIntakeFile({ params: { ...params, digest } }))
        }
      />
      {files.length > 0 && decides && (
        <Checkbox
          checked={look !== undefined}
          onChange={(event) => mark({ mark: 'seen', is: event.target.checked })}
        >
          {t(WINDOW.seen)}
          <span className="unseen"> {t(material.name)}</span>{' '}
          <span className="quiet">{t(WINDOW.seenHint)}</span>
        </Checkbox>
      )}
      {look && <ValidTo look={look} onDay={(validTo) => mark({ mark: 'seen', is: true, validTo })} />}
      {material.declarable && files.length === 0 && (
        <Checkbox
          checked={declared}
          onChange={(event) => mark({ mark: 'declared', is: event.target.checked })}
        >
          {t(WINDOW.declare)}
        </Checkbox>
      )}
    </li>
  )
}

type Held = Intake['draft']['held'][number]

interface Given {
  readonly look: Intake['seen'][number] | undefined
  readonly files: readonly unknown[]
  readonly declared: boolean
  /** What the city holds and may be used. */
  readonly held: Held | undefined
}

function gradeOf({ look, files, declared, held }: Given): Held['trust'] | undefined {
  if (look) return 'B'
  if (files.length > 0) return 'C'
  if (declared) return 'D'
  return held?.source ? held.trust : undefined
}

/** The account's own number is known, but nobody has seen the card: it may be scanned and compared here. */
function isUnseenIdentity(held: Held | undefined): boolean {
  return held?.trust === 'C' && !held.source
}

interface ScansProps {
  readonly files: readonly { readonly digest: string; readonly name: string; readonly size: number }[]
  onDrop(digest: string): void
}

/** What was scanned of one material. */
export function Scans({ files, onDrop }: ScansProps) {
  const { t } = useWords()
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.digest} className="window-file">
          <span className="file-name">{file.name}</span>
          <span className="quiet">{sizeText(file.size)}</span>
          <button type="button" className="plain-button" onClick={() => onDrop(file.digest)}>
            {t(WINDOW.remove)}
            <span className="unseen"> {file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

interface OfferProps {
  readonly held: Held
  readonly name: string
  onMark(input: Mark): void
}

/** What the city holds in its place: the account's own needs no word, all else the applicant's. */
function Offer({ held, name, onMark }: OfferProps) {
  const { t } = useWords()
  const { source, evidence, validTo, consented } = held
  return (
    <div className="window-offer">
      <p>
        {t(WINDOW.offer(t(evidence)))}
        {validTo && t(WINDOW.offerUntil(validTo))}
      </p>
      {source ? (
        <Checkbox
          checked={consented === true}
          onChange={(event) => onMark({ mark: 'consent', is: event.target.checked, source })}
        >
          {t(WINDOW.consent)}
          <span className="unseen"> {name}</span>
        </Checkbox>
      ) : (
        <span className="tag tag-done">{t(WINDOW.heldAlready)}</span>
      )}
    </div>
  )
}

interface ValidToProps {
  readonly look: Intake['seen'][number]
  onDay(day: string): void
}

function ValidTo({ look, onDay }: ValidToProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="window-valid">
      <label className="quiet" htmlFor={id}>
        {t(ACT.validTo)}
      </label>
      <Input
        id={id}
        type="date"
        defaultValue={look.validTo}
        onChange={(event) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(event.target.value)) onDay(event.target.value)
        }}
      />
    </div>
  )
}
