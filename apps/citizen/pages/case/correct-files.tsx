import type { ApplicationView, FileView, ItemGuide } from '@mashang/approvals/contract'
import { useView } from '../../frame/view.tsx'
import { InputMessage } from '../../parts/error-summary.tsx'
import { FileChoice, FileName, FilesAccepted, UploadButton } from '../../parts/files.tsx'
import { MaterialForms } from '../guide/guide-materials.tsx'

/** Files added to the correction so far, by material. */
export type Added = ReadonlyMap<string, readonly FileView[]>

/**
 * The files of one point: those before, those added, and where to add more. The script sends this part alone and
 * puts what comes back in its place; without one the whole form goes, and nothing typed elsewhere is lost.
 */
export function PointFiles({
  material: id,
  found,
  guide,
  added,
  error,
}: {
  material: string
  found: ApplicationView
  guide: ItemGuide
  added: Added
  error: string | undefined
}) {
  const { say } = useView()
  const before = found.materials.find((material) => material.id === id)?.files ?? []
  const material = guide.item.materials.find((one) => one.id === id)
  const files = added.get(id) ?? []
  if (!material) return null
  return (
    <div data-material={id}>
      <MaterialForms material={material} item={guide.item} />
      {before.length > 0 ? (
        <>
          <h3>{say('原来提交的', 'Given before')}</h3>
          <ul className="files files-plain">
            {before.map((file) => (
              <li key={file.digest}>
                <FileName file={file} href={file.href} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {files.length > 0 ? <AddedFiles id={id} files={files} /> : null}
      {files.length < (material['max-files'] ?? 10) ? (
        <div className={error ? 'input input-wrong' : 'input'} data-upload="">
          <p className="hint">
            <FilesAccepted material={material} />
          </p>
          <InputMessage id={`file-${id}-error`} message={error} />
          <FileChoice
            material={material}
            id={`file-${id}`}
            field={`file.${id}`}
            label={
              files.length > 0
                ? say('再加文件', 'Add more files')
                : say('重新上传（替换原来的文件）', 'Upload anew, in place of the files before')
            }
          />
          <UploadButton step="add" />
        </div>
      ) : null}
    </div>
  )
}

function AddedFiles({ id, files }: { id: string; files: readonly FileView[] }) {
  const { say } = useView()
  return (
    <>
      <h3>{say('新上传的', 'New files')}</h3>
      <ul className="files">
        {files.map((file) => (
          <li key={file.digest}>
            <input
              type="hidden"
              name="added"
              value={[id, file.digest, file.size, file.type, file.name].join('|')}
            />
            <FileName file={file} />
            <button
              type="submit"
              name="_drop"
              value={`${id}|${file.digest}`}
              className="button-link"
              data-fragment=""
            >
              {say('移除', 'Remove')}
              <span className="unseen">{`${say('：', ': ')}${file.name}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
