import type { approvalsEndpoints, Verification } from '@mashang/approvals/contract'
import { everyone, isRefusal, type OutputOf, problemOf } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { messageAt } from '../account/refused-input.ts'
import { VerificationSheet } from './verification-sheet.tsx'

export const verifyRoutes: readonly Route[] = [
  { method: 'GET', path: '/verify', access: everyone, show: showForm },
  { method: 'POST', path: '/verify', access: everyone, takes: 'multipart', perMinute: 20, show: verifyFile },
  { method: 'GET', path: '/verify/:code', access: everyone, perMinute: 120, show: verifyCode },
]

/** A code typed into the form arrives as a query and leads to its public page. */
async function showForm(visit: Visit): Promise<Shown> {
  const code = one(visit.request.query, 'code').trim()
  if (code !== '') return { redirect: `/verify/${encodeURIComponent(code.slice(0, 80))}` }
  return form(visit)
}

function form({ view, request }: Visit, errors: readonly InputError[] = [], code = ''): Shown {
  const title = view.say('核验证照和文书', 'Verify a licence or document')
  return {
    title,
    section: 'verify',
    crumbs: [],
    ...(errors.length > 0 ? { status: errors.some(({ at }) => at === 'code') ? 404 : 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <ErrorSummary errors={errors} />
        <VerifyForms errors={errors} code={code} csrfToken={request.csrfToken} />
      </div>
    ),
  }
}

function VerifyForms({
  errors,
  code,
  csrfToken,
}: {
  errors: readonly InputError[]
  code: string
  csrfToken: string
}) {
  const { say } = useView()
  return (
    <>
      <p>
        {say(
          '手机扫描证照或文书上的二维码，会直接打开核验结果。也可以在这里输入核验码，或者上传收到的 PDF。',
          'Scanning the QR code on a licence or document opens its result directly. You can also type its code here, or upload the PDF you were given.',
        )}
      </p>
      <CodeForm error={messageAt(errors, 'code')} code={code} />
      <FileForm error={messageAt(errors, 'file')} csrfToken={csrfToken} />
      <p>
        <Icon name="shield" />{' '}
        <a href="/verify/receipt">{say('核验提交回执', 'Check the receipt of a submission')}</a>
      </p>
      <p>
        <Icon name="shield" />{' '}
        <a href="/verify/fees">{say('查验电子票据', 'Check an electronic receipt for a fee')}</a>
      </p>
    </>
  )
}

function CodeForm({ error, code }: { error: string | undefined; code: string }) {
  const { say } = useView()
  return (
    <form action="/verify" className="sheet">
      <h2>{say('输入核验码', 'By code')}</h2>
      <TextInput
        labelled={{
          id: 'code',
          label: say('核验码或证照编号', 'Verification code or licence number'),
          hint: say(
            '在二维码旁边，字母不分大小写，横线可以不填。',
            'Beside the QR code; capitals and hyphens do not matter.',
          ),
          error,
        }}
        name="code"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        width="half"
        defaultValue={code}
      />
      <button type="submit" className="button">
        {say('核验', 'Verify')}
      </button>
    </form>
  )
}

function FileForm({ error, csrfToken }: { error: string | undefined; csrfToken: string }) {
  const { say } = useView()
  return (
    <form method="post" action="/verify" encType="multipart/form-data" className="sheet">
      <Hidden values={{ _csrf: csrfToken }} />
      <h2>{say('上传 PDF', 'By file')}</h2>
      <div className={error ? 'input input-wrong' : 'input'}>
        <label htmlFor="file">{say('收到的 PDF 文件', 'The PDF you were given')}</label>
        <p className="hint" id="file-hint">
          {say(
            '检查数字签名，看是否由本市签发、有没有被改动。文件不会保存。',
            'Checks the digital signature: issued here, and unchanged? The file is not kept.',
          )}
        </p>
        {error ? (
          <p className="input-error" id="file-error">
            <Icon name="warning" />
            {error}
          </p>
        ) : null}
        <input type="file" id="file" name="file" accept=".pdf,application/pdf" aria-describedby="file-hint" />
      </div>
      <button type="submit" className="button">
        {say('上传核验', 'Upload and verify')}
      </button>
    </form>
  )
}

async function verifyCode(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  const code = request.params.code ?? ''
  const found = await approvals.verifyDocument({ params: { code } })
  if (isRefusal(found)) {
    if (found.code !== 'nothing-to-verify') return found
    return form(visit, [{ at: 'code', message: problemOf(found, view.language).detail }], code)
  }
  return {
    title: `${view.text(found.title)} ${found.number}`,
    section: 'verify',
    crumbs: [{ label: view.say('核验', 'Verify'), href: '/verify' }],
    main: (
      <div className="wrap narrow">
        <VerificationSheet found={found} />
      </div>
    ),
  }
}

type FileCheck = OutputOf<(typeof approvalsEndpoints)['verifyFile']>

async function verifyFile(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  let checked: FileCheck | undefined
  for await (const { upload } of request.uploads) {
    const answer = await approvals.verifyFile({ upload })
    if (isRefusal(answer))
      return form(visit, [{ at: 'file', message: problemOf(answer, view.language).detail }])
    checked = answer
    break
  }
  if (!checked)
    return form(visit, [
      { at: 'file', message: view.say('请选择一个 PDF 文件。', 'Please choose a PDF file.') },
    ])
  const title = view.say('PDF 核验结果', 'Result for the PDF')
  return {
    title,
    section: 'verify',
    crumbs: [{ label: view.say('核验', 'Verify'), href: '/verify' }],
    main: <FileResult checked={checked} title={title} />,
  }
}

function FileResult({ checked, title }: { checked: FileCheck; title: string }) {
  const { say } = useView()
  const good = checked.issued?.status === 'valid' && checked.signature === 'valid'
  const words = {
    valid: say('有效，签名后没有改动', 'Valid; unchanged since it was signed'),
    invalid: say('没有通过检查', 'Did not pass'),
    none: say('没有数字签名', 'No digital signature'),
  }
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <Notice
        kind={good ? 'done' : checked.issued || checked.signature === 'valid' ? 'soon' : 'stop'}
        title={<Said of={checked.words} />}
      />
      <div className="sheet">
        <Facts
          rows={[
            { label: say('数字签名', 'Digital signature'), value: words[checked.signature] },
            checked.signer ? { label: say('签名者', 'Signed by'), value: checked.signer } : undefined,
            {
              label: say('文件摘要（SHA-256）', 'Digest (SHA-256)'),
              value: <span className="code">{checked.digest}</span>,
            },
          ]}
        />
      </div>
      {checked.issued ? <VerificationOf issued={checked.issued} /> : null}
      <p>
        <a href="/verify">{say('核验另一份', 'Verify another one')}</a>
      </p>
    </div>
  )
}

function VerificationOf({ issued }: { issued: Verification }) {
  const { say } = useView()
  return (
    <>
      <h2>{say('本市的签发记录', 'What this city issued')}</h2>
      <VerificationSheet found={issued} within />
    </>
  )
}
