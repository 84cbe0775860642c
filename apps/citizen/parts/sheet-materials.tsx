import type { SheetMaterial } from '@mashang/flow'
import { Said, useView } from '../frame/view.tsx'
import { FileName, FilesAccepted } from './files.tsx'
import { Hidden } from './inputs.tsx'

/** Why a file was not taken. */
export interface FileError {
  readonly material: string
  readonly message: string
}

interface Props {
  readonly materials: readonly SheetMaterial[]
  /** Name of an item by its code. */
  readonly nameOf: (code: string) => string
  readonly action: string
  readonly csrfToken: string
  readonly checks: boolean
  readonly wrong: FileError | undefined
  /** Why a material need not be given, by its key: its file stands there by itself. */
  readonly standing?: ReadonlyMap<string, string>
}

/** 一次填报 — the materials of several items, each uploaded once. */
export function SheetMaterials({ materials, nameOf, action, csrfToken, checks, wrong, standing }: Props) {
  const { say } = useView()
  if (materials.length === 0) return null
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say('材料：每份只传一次', 'Documents: each only once')}</h2>
      {materials.map((shared) => (
        <MaterialOnce
          key={shared.key}
          shared={shared}
          nameOf={nameOf}
          action={action}
          csrfToken={csrfToken}
          why={standing?.get(shared.key)}
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
  nameOf,
  action,
  csrfToken,
  error,
  why,
}: {
  shared: SheetMaterial
  nameOf: Props['nameOf']
  action: string
  csrfToken: string
  error: string | undefined
  why: string | undefined
}) {
  const { say } = useView()
  const { key, material, items, missing, files } = shared
  const names = items.map(nameOf)
  const input = `file-${key}`
  return (
    <div className="sheet material-once" id={`material-${key}`}>
      <h3>
        <Said of={material.name} />{' '}
        <span className={files.length > 0 ? 'tag tag-done' : missing ? 'tag tag-soon' : 'tag'}>
          {why
            ? say('不用交', 'Not needed')
            : files.length > 0
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
      {why ? (
        <StandsByItself shared={shared} action={action} csrfToken={csrfToken} why={why} />
      ) : (
        <GivenAndUpload shared={shared} action={action} csrfToken={csrfToken} wrong={error !== undefined} />
      )}
    </div>
  )
}

/** What is there already, and why; another file can be given all the same. */
function StandsByItself({ shared, action, csrfToken, why }: UploadProps & { why: string }) {
  const { say, text } = useView()
  return (
    <>
      <p>{why}</p>
      <ul className="files">
        {shared.files.map((file) => (
          <li key={file.digest}>
            <FileName file={file} />
          </li>
        ))}
      </ul>
      <details className="given">
        <summary>
          {say('改交另一份', 'Give another file instead')}
          <span className="unseen">{text(shared.material.name)}</span>
        </summary>
        <Upload shared={shared} action={action} csrfToken={csrfToken} wrong={false} />
      </details>
    </>
  )
}

type UploadProps = Pick<Props, 'action' | 'csrfToken'> & { shared: SheetMaterial }

function GivenAndUpload({ shared, action, csrfToken, wrong }: UploadProps & { wrong: boolean }) {
  const { say } = useView()
  return (
    <>
      <ul className="files">
        {shared.files.map((file) => (
          <li key={file.digest}>
            <FileName file={file} />
            <form method="post" action={`${action}/materials/${shared.key}/remove`}>
              <Hidden values={{ _csrf: csrfToken, digest: file.digest }} />
              <button type="submit" className="button-link">
                {say('移除', 'Remove')}
                <span className="unseen">{file.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <Upload shared={shared} action={action} csrfToken={csrfToken} wrong={wrong} />
    </>
  )
}

function Upload({ shared: { key, material }, action, csrfToken, wrong }: UploadProps & { wrong: boolean }) {
  const { say, text } = useView()
  const input = `file-${key}`
  return (
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
  )
}
