import { EyeOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons'
import type { ApplicationView } from '@mashang/approvals/contract'
import { useState } from 'react'
import { fullInstant } from '../../show/dates.ts'
import { sizeText } from '../../show/size.ts'
import { CASE, VIEWER } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { FileViewer } from './file-viewer.tsx'
import { Panel } from './panel.tsx'
import { Trust } from './trust.tsx'

type Material = ApplicationView['materials'][number]
type GivenFile = Material['files'][number]

/** Materials with their files; a file opens in place, beside the form it is compared with. */
export function MaterialsPanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  const [open, setOpen] = useState<string>()
  if (view.materials.length === 0) return null
  const files = view.materials.flatMap((material) => material.files.map((file) => keyOf(material, file)))
  return (
    <Panel title={t(CASE.materials)} className="materials">
      <ul>
        {view.materials.map((material) => (
          <MaterialLine key={material.id} material={material} open={open} order={files} onOpen={setOpen} />
        ))}
      </ul>
    </Panel>
  )
}

interface LineProps {
  readonly material: Material
  readonly open: string | undefined
  /** Keys of all files of the case, to walk through them. */
  readonly order: readonly string[]
  onOpen(key: string | undefined): void
}

function MaterialLine({ material, open, order, onOpen }: LineProps) {
  const { t } = useWords()
  const shown = material.files.find((file) => keyOf(material, file) === open)
  const at = open === undefined ? -1 : order.indexOf(open)
  return (
    <li className="material">
      <p className="material-name">
        <span>{t(material.name)}</span>
        <span className="tags">
          <span className="quiet">{t(material.required ? CASE.required : CASE.optional)}</span>
          {/* The account's own identity was neither uploaded nor seen. */}
          {material.trust && !(material.held && material.trust === 'C') && <Trust grade={material.trust} />}
          <GivenTag material={material} />
        </span>
      </p>
      {material.held && (
        <p className="quiet">
          {t(CASE.held)} {material.held}
        </p>
      )}
      {material.seen && (
        <p className="quiet">{t(CASE.seenBy(material.seen.by, fullInstant(material.seen.at)))}</p>
      )}
      {material.files.length > 0 && (
        <ul className="files">
          {material.files.map((file) => (
            <li key={keyOf(material, file)}>
              <FileButton
                file={file}
                open={file === shown}
                onOpen={() => onOpen(file === shown ? undefined : keyOf(material, file))}
              />
            </li>
          ))}
        </ul>
      )}
      {shown && (
        <FileViewer
          key={shown.digest}
          file={shown}
          place={{ at: at + 1, all: order.length }}
          onStep={(step) => onOpen(order[at + step] ?? open)}
          onClose={() => onOpen(undefined)}
        />
      )}
    </li>
  )
}

/** Says what stands in place of files; nothing where they are shown. */
function GivenTag({ material }: { readonly material: Material }) {
  const { t } = useWords()
  if (material.files.length > 0) return null
  if (material.hidden) return <span className="tag tag-quiet">{t(CASE.hidden(material.hidden))}</span>
  if (material.held) return <span className="tag tag-done">{t(CASE.notAsked)}</span>
  return <span className={`tag ${material.required ? 'tag-soon' : 'tag-quiet'}`}>{t(CASE.noFile)}</span>
}

function FileButton({
  file,
  open,
  onOpen,
}: {
  readonly file: GivenFile
  readonly open: boolean
  onOpen(): void
}) {
  const { t } = useWords()
  const Icon =
    file.type === 'application/pdf'
      ? FilePdfOutlined
      : file.type.startsWith('image/')
        ? FileImageOutlined
        : FileOutlined
  return (
    <button type="button" className="file" aria-expanded={open} onClick={onOpen}>
      <Icon aria-hidden="true" />
      <span className="file-name">{file.name}</span>
      <span className="quiet nowrap">{sizeText(file.size)}</span>
      <EyeOutlined aria-label={t(VIEWER.open)} />
    </button>
  )
}

function keyOf(material: Material, file: GivenFile): string {
  return `${material.id}/${file.digest}/${file.name}`
}
