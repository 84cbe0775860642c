import type { BundleSheet } from '@mashang/bundles/contract'
import { Checkbox } from 'antd'
import { bundles } from '../api/calls.ts'
import { uploadOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { Trust } from '../case/facts/trust.tsx'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { FileDrop } from './file-drop.tsx'
import { Scans } from './material-intake.tsx'
import type { SheetInHand } from './use-window-sheet.ts'

interface Props {
  readonly hand: SheetInHand
  readonly consents: ReadonlySet<string>
  onConsent(key: string, agreed: boolean): void
}

/** Materials of all items, each once: what the city holds is offered first, the rest scanned and compared. */
export function BundleMaterials({ hand, consents, onConsent }: Props) {
  const { t } = useWords()
  const { sheet } = hand.taken
  return (
    <Panel title={t(WINDOW.stepMaterials)}>
      <ul className="window-materials">
        {sheet.materials.map((one) => (
          <SharedMaterial
            key={one.key}
            one={one}
            hand={hand}
            agreed={consents.has(one.key)}
            onConsent={(agreed) => onConsent(one.key, agreed)}
          />
        ))}
      </ul>
      {sheet.results.map(({ name, from }) => (
        <p key={name.zh + from.zh} className="quiet">
          {t(WINDOW.comesFrom(t(name), t(from)))}
        </p>
      ))}
    </Panel>
  )
}

interface OneProps {
  readonly one: BundleSheet['materials'][number]
  readonly hand: SheetInHand
  readonly agreed: boolean
  onConsent(agreed: boolean): void
}

function SharedMaterial({ one, hand, agreed, onConsent }: OneProps) {
  const { t } = useWords()
  const { key, material, files, items, missing } = one
  const { sheet, seen } = hand.taken
  const params = { id: sheet.id, material: key }
  const held = sheet.held.find((offer) => offer.key === key)
  const look = seen.find((done) => done.key === key)
  const needed = missing || files.length > 0 || held !== undefined
  return (
    <li id={`materials.${key}`} className="window-material">
      <p className="material-name">
        <span>
          {t(material.name)}
          {items.length > 1 && <span className="quiet"> {t(WINDOW.forItems(items.length))}</span>}
        </span>
        <span className="tags">
          <span className="quiet">{t(needed ? WINDOW.needed : WINDOW.optional)}</span>
          {files.length > 0 && <Trust grade={look ? 'B' : 'C'} />}
        </span>
      </p>
      {held && (
        <div className="window-offer">
          <p>{t(WINDOW.offer(t(held.evidence)))}</p>
          {held.free ? (
            <span className="tag tag-done">{t(WINDOW.heldAlready)}</span>
          ) : (
            <Checkbox checked={agreed} onChange={(event) => onConsent(event.target.checked)}>
              {t(WINDOW.consent)}
              <span className="unseen"> {t(material.name)}</span>
            </Checkbox>
          )}
        </div>
      )}
      {!(held && (held.free || agreed)) && (
        <FileDrop
          material={material}
          onFiles={(chosen) => {
            for (const file of chosen)
              void hand.change(() => bundles.addWindowFile({ params, upload: uploadOf(file) }))
          }}
        />
      )}
      <Scans
        files={files}
        onDrop={(digest) => void hand.change(() => bundles.dropWindowFile({ params: { ...params, digest } }))}
      />
      {files.length > 0 && (
        <Checkbox
          checked={look !== undefined}
          onChange={(event) =>
            void hand.change(() =>
              bundles.markWindowMaterial({ params, input: { is: event.target.checked } }),
            )
          }
        >
          {t(WINDOW.seen)}
          <span className="unseen"> {t(material.name)}</span>{' '}
          <span className="quiet">{t(WINDOW.seenHint)}</span>
        </Checkbox>
      )}
    </li>
  )
}
