import type { FileView } from '@mashang/approvals/contract'
import type { Material } from '@mashang/flow'
import { useView } from '../frame/view.tsx'
import { Icon } from './icon.tsx'

const KB = 1024

/** `1.2 MB`, `34 KB`. */
function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`
  if (bytes < KB * KB) return `${Math.round(bytes / KB)} KB`
  return `${(bytes / KB / KB).toFixed(1)} MB`
}

/** One file by its name; a link where it can be opened. */
export function FileName({ file, href }: { file: Pick<FileView, 'name' | 'size'>; href?: string }) {
  return (
    <span className="file-name">
      <Icon name="file" />
      <span>
        {href ? <a href={href}>{file.name}</a> : file.name}{' '}
        <span className="hint number">{sizeText(file.size)}</span>
      </span>
    </span>
  )
}

const TYPES: Readonly<Record<Material['accepts'][number], string>> = {
  pdf: '.pdf,application/pdf',
  jpeg: '.jpg,.jpeg,image/jpeg',
  png: '.png,image/png',
  docx: '.docx',
  xlsx: '.xlsx',
}

function acceptsImages(material: Material): boolean {
  return material.accepts.some((kind) => kind === 'jpeg' || kind === 'png')
}

/**
 * The choice of files for a material: from the device, and on a phone also straight from the camera.
 * With a script the upload begins as soon as files are chosen.
 */
export function FileChoice({
  material,
  id,
  field = 'file',
  label,
  replaces,
}: {
  material: Material
  id: string
  /** Name under which the files are sent. */
  field?: string
  label?: string
  replaces?: string
}) {
  const { say, text } = useView()
  const several = !replaces && material['max-files'] !== 1
  const name = text(material.name)
  return (
    <div className="file-choice">
      <div>
        <label htmlFor={id}>
          {replaces
            ? say(`选择新文件，替换“${replaces}”`, `Choose a file instead of “${replaces}”`)
            : (label ?? say('选择文件', 'Choose files'))}
          <span className="unseen">{say(`：${name}`, `: ${name}`)}</span>
        </label>
        <input
          type="file"
          id={id}
          name={field}
          multiple={several}
          accept={material.accepts.map((kind) => TYPES[kind]).join(',')}
        />
      </div>
      {acceptsImages(material) ? (
        <div className="file-camera">
          <label htmlFor={`${id}-camera`}>
            <Icon name="camera" />
            {say('拍照上传', 'Take a photo')}
            <span className="unseen">{say(`：${name}`, `: ${name}`)}</span>
          </label>
          <input type="file" id={`${id}-camera`} name={field} accept="image/*" capture="environment" />
        </div>
      ) : null}
    </div>
  )
}

/** Which files a material takes: kinds, size, number. */
export function FilesAccepted({ material }: { material: Material }) {
  const { say } = useView()
  const kinds = material.accepts.map((kind) => kind.toUpperCase()).join(say('、', ', '))
  const size = material['max-size']
  const most = material['max-files']
  return (
    <>
      {say(`可以传 ${kinds}，每个不超过 ${size}`, `${kinds}, each at most ${size}`)}
      {most ? say(`，最多 ${most} 个`, `, at most ${most}`) : ''}
      {say('。', '.')}
    </>
  )
}

/** Without a script the button sends what was chosen; with one there is a bar that shows how far it is. */
export function UploadButton({ step }: { step?: string }) {
  const { say } = useView()
  return (
    <>
      <p className="without-script">
        <button
          type="submit"
          className="button button-second button-small"
          {...(step ? { name: '_step', value: step } : {})}
        >
          <Icon name="upload" />
          {say('上传', 'Upload')}
        </button>
      </p>
      <div className="upload-progress" hidden role="status" data-label={say('正在上传', 'Uploading')}>
        <progress max={100} value={0} aria-label={say('上传进度', 'Progress of the upload')} />
        <span className="number" />
      </div>
    </>
  )
}
