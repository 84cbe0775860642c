import type { StageSheet } from '@mashang/projects/contract'
import { Said, useView } from '../../frame/view.tsx'
import { FileName, FilesAccepted } from '../../parts/files.tsx'
import { Hidden } from '../../parts/inputs.tsx'

/** What every part of the page of a stage is given. */
export interface Part {
  readonly sheet: StageSheet
  readonly action: string
  readonly csrfToken: string
  readonly checks: boolean
}

/** Why a file was not taken. */
export interface FileError {
  readonly material: string
  readonly message: string
}

export function Materials({
  sheet,
  action,
  csrfToken,
  checks,
  wrong,
}: Part & { wrong: FileError | undefined }) {
  const { say } = useView()
  if (sheet.materials.length === 0) return null
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say('材料：每份只传一次', 'Documents: each only once')}</h2>
      {sheet.materials.map((shared) => (
        <MaterialOnce
          key={shared.key}
          shared={shared}
          sheet={sheet}
          action={action}
          csrfToken={csrfToken}
          error={
            wrong?.material === shared.key
              ? wrong.message
              : checks && shared.missing
                ? say('请上传。', 'Please upload it.')
                : undefined
          }
        />
      ))}
    </section>
  )
}

function MaterialOnce({
  shared,
  sheet,
  action,
  csrfToken,
  error,
}: {
  shared: StageSheet['materials'][number]
  sheet: StageSheet
  action: string
  csrfToken: string
  error: string | undefined
}) {
  const { say, text } = useView()
  const { key, material, items, missing, files } = shared
  const names = sheet.items.filter(({ code }) => items.includes(code)).map(({ name }) => text(name))
  const input = `file-${key}`
  return (
    <div className="sheet material-once" id={`material-${key}`}>
      <h3>
        <Said of={material.name} />{' '}
        <span className={files.length > 0 ? 'tag tag-done' : missing ? 'tag tag-soon' : 'tag'}>
          {files.length > 0
            ? say('已上传', 'Uploaded')
            : missing
              ? say('待上传', 'To upload')
              : say('选交', 'Optional')}
        </span>
      </h3>
      <p className="hint">
        {say('用于：', 'For: ')}
        {names.join(say('、', ', '))}
      </p>
      {material.requirements ? (
        <p>
          <Said of={material.requirements} />
        </p>
      ) : null}
      {error ? (
        <p className="input-error" id={`${input}-error`}>
          {error}
        </p>
      ) : null}
      <GivenAndUpload shared={shared} action={action} csrfToken={csrfToken} wrong={error !== undefined} />
    </div>
  )
}

function GivenAndUpload({
  shared: { key, material, files },
  action,
  csrfToken,
  wrong,
}: Pick<Part, 'action' | 'csrfToken'> & {
  shared: StageSheet['materials'][number]
  wrong: boolean
}) {
  const { say, text } = useView()
  const input = `file-${key}`
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.digest}>
            <FileName file={file} />
            <form method="post" action={`${action}/materials/${key}/remove`}>
              <Hidden values={{ _csrf: csrfToken, digest: file.digest }} />
              <button type="submit" className="button-link">
                {say('移除', 'Remove')}
                <span className="unseen">{file.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${action}/materials/${key}`} encType="multipart/form-data">
        <Hidden values={{ _csrf: csrfToken }} />
        <label htmlFor={input} className="unseen">
          {text(material.name)}
        </label>
        <p className="hint" id={`${input}-hint`}>
          <FilesAccepted material={material} />
        </p>
        <input
          type="file"
          id={input}
          name="file"
          aria-describedby={`${input}-hint${wrong ? ` ${input}-error` : ''}`}
        />
        <button type="submit" className="button button-second button-small">
          {say('上传', 'Upload')}
          <span className="unseen">{text(material.name)}</span>
        </button>
      </form>
    </>
  )
}
