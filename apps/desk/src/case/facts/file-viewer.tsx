import {
  CloseOutlined,
  ColumnWidthOutlined,
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { VIEWER } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'

interface ShownFile {
  readonly name: string
  readonly type: string
  readonly href: string
}

interface Props {
  readonly file: ShownFile
  readonly place?: { readonly at: number; readonly all: number }
  onStep?(step: 1 | -1): void
  onClose(): void
}

/** The whole width for the page: thumbnails would take half of it. */
const PDF_VIEW = '#navpanes=0&view=FitH'
const STEPS = [25, 50, 75, 100, 150, 200, 300, 400] as const

/** A file in place: images zoom and turn, a PDF stands in the browser's own viewer. */
export function FileViewer({ file, place, onStep, onClose }: Props) {
  const { t } = useWords()
  const [zoom, setZoom] = useState(100)
  const [turn, setTurn] = useState(0)
  const image = file.type.startsWith('image/')
  const larger = STEPS.find((step) => step > zoom) ?? zoom
  const smaller = STEPS.findLast((step) => step < zoom) ?? zoom
  return (
    <section className="viewer" aria-label={file.name}>
      <div className="viewer-bar">
        {place && onStep && place.all > 1 && (
          <>
            <Tool
              label={t(VIEWER.before)}
              icon={<LeftOutlined />}
              off={place.at === 1}
              onPress={() => onStep(-1)}
            />
            <span className="quiet nowrap">{t(VIEWER.of(place.at, place.all))}</span>
            <Tool
              label={t(VIEWER.after)}
              icon={<RightOutlined />}
              off={place.at === place.all}
              onPress={() => onStep(1)}
            />
          </>
        )}
        <span className="viewer-name">{file.name}</span>
        {image && (
          <>
            <Tool
              label={t(VIEWER.smaller)}
              icon={<ZoomOutOutlined />}
              off={smaller === zoom}
              onPress={() => setZoom(smaller)}
            />
            <span className="viewer-zoom" role="status">{`${zoom}%`}</span>
            <Tool
              label={t(VIEWER.larger)}
              icon={<ZoomInOutlined />}
              off={larger === zoom}
              onPress={() => setZoom(larger)}
            />
            <Tool label={t(VIEWER.fit)} icon={<ColumnWidthOutlined />} onPress={() => setZoom(100)} />
            <Tool
              label={t(VIEWER.turn)}
              icon={<RotateRightOutlined />}
              onPress={() => setTurn((turn + 90) % 360)}
            />
          </>
        )}
        <Button
          type="text"
          href={file.href}
          download={file.name}
          icon={<DownloadOutlined />}
          aria-label={t(VIEWER.download)}
          title={t(VIEWER.download)}
        />
        <Tool label={t(VIEWER.close)} icon={<CloseOutlined />} onPress={onClose} />
      </div>
      <Shown file={file} zoom={zoom} turn={turn} />
    </section>
  )
}

interface ShownProps {
  readonly file: ShownFile
  readonly zoom: number
  readonly turn: number
}

function Shown({ file, zoom, turn }: ShownProps) {
  const { t } = useWords()
  const [broken, setBroken] = useState(false)
  if (broken) return <p className="viewer-none">{t(VIEWER.broken)}</p>
  if (file.type.startsWith('image/'))
    return <Picture file={file} zoom={zoom} turn={turn} onBroken={() => setBroken(true)} />
  if (file.type === 'application/pdf')
    return <iframe className="viewer-pdf" src={`${file.href}${PDF_VIEW}`} title={file.name} />
  return <p className="viewer-none">{t(VIEWER.unseen)}</p>
}

/**
 * A picture in a frame that scrolls. Its box has the shape of the picture as it is turned, so that no part of it is
 * ever out of reach.
 */
function Picture({ file, zoom, turn, onBroken }: ShownProps & { onBroken(): void }) {
  const [shape, setShape] = useState({ width: 4, height: 3 })
  const lies = turn % 180 !== 0
  const ratio = lies ? shape.height / shape.width : shape.width / shape.height
  return (
    <div className="viewer-image" ref={reachable}>
      <div className="picture" style={{ width: `${zoom}%`, aspectRatio: ratio }}>
        <img
          src={file.href}
          alt={file.name}
          className={lies ? 'picture-lies' : undefined}
          style={{ rotate: `${turn}deg` }}
          onError={onBroken}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setShape({ width: naturalWidth, height: naturalHeight })
          }
        />
      </div>
    </div>
  )
}

/** A picture larger than its frame is moved with the arrow keys, so the frame must take the focus. */
function reachable(frame: HTMLElement | null): void {
  frame?.setAttribute('tabindex', '0')
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly off?: boolean
  onPress(): void
}

function Tool({ label, icon, off = false, onPress }: ToolProps) {
  return <Button type="text" icon={icon} aria-label={label} title={label} disabled={off} onClick={onPress} />
}
