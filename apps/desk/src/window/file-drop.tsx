import { CameraOutlined, UploadOutlined } from '@ant-design/icons'
import type { Material } from '@mashang/flow'
import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly material: Material
  onFiles(files: readonly File[]): void
}

/** A scan chosen, a photograph taken, or files dropped or pasted. */
export function FileDrop({ material, onFiles }: Props) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const pictures = material.accepts.filter((kind) => kind === 'jpeg' || kind === 'png')
  function take(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  const button = (name: string, label: string, sign: ReactNode, input: object) => (
    <label className="window-upload" htmlFor={`${id}-${name}`}>
      <input id={`${id}-${name}`} type="file" className="unseen" onChange={take} {...input} />
      <span aria-hidden="true">{sign}</span> {label}
      <span className="unseen"> {t(material.name)}</span>
    </label>
  )
  return (
    <section
      aria-label={t(material.name)}
      className={over ? 'window-drop window-drop-over' : 'window-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
      onPaste={(event) => onFiles([...event.clipboardData.files])}
    >
      {button('scan', t(WINDOW.scan), <UploadOutlined />, {
        multiple: true,
        accept: material.accepts.map((kind) => `.${kind}${kind === 'jpeg' ? ',.jpg' : ''}`).join(),
      })}
      {pictures.length > 0 &&
        button('photo', t(WINDOW.photograph), <CameraOutlined />, {
          accept: pictures.map((kind) => `image/${kind}`).join(),
          capture: 'environment',
        })}
      <span className="quiet">{t(WINDOW.dropHere)}</span>
    </section>
  )
}
