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

export function acceptsImages(material: Material): boolean {
  return material.accepts.some((kind) => kind === 'jpeg' || kind === 'png')
}

/**
 * The choice of files for a material: from the device, and on a phone also straight from the camera.
 * With a script the upload begins as soon as files are chosen.
 */
export function FileChoice({
  material,
  id,
  replaces,
}: {
  material: Material
  id: string
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
            : say('选择文件', 'Choose files')}
          <span className="unseen">{say(`：${name}`, `: ${name}`)}</span>
        </label>
        <input
          type="file"
          id={id}
          name="file"
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
          <input type="file" id={`${id}-camera`} name="file" accept="image/*" capture="environment" />
        </div>
      ) : null}
    </div>
  )
}
