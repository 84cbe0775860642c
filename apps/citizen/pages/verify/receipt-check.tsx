import { everyone, isRefusal, problemOf } from '@mashang/kit'
import { type Finding, type VerifiedReceipt, verifyReceipt } from '@mashang/proof'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, Hint, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { messageAt } from '../account/refused-input.ts'

export const receiptCheckRoutes: readonly Route[] = [
  { method: 'GET', path: '/verify/receipt', access: everyone, show: async (visit) => form(visit, {}) },
  {
    method: 'POST',
    path: '/verify/receipt',
    access: everyone,
    takes: 'multipart',
    perMinute: 60,
    show: check,
  },
]

interface State {
  readonly typed?: string
  readonly errors?: readonly InputError[]
  readonly findings?: readonly Finding[]
  readonly verified?: VerifiedReceipt
}

function form({ view, request, needs }: Visit, state: State): Shown {
  const title = view.say('核验提交回执', 'Check a receipt')
  return {
    title,
    section: 'verify',
    script: 'receipt',
    crumbs: [{ label: view.say('核验', 'Verify'), href: '/verify' }],
    ...(state.errors ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <ReceiptForm state={state} csrfToken={request.csrfToken} verifierKey={needs.verifierKey} />
      </div>
    ),
  }
}

function ReceiptForm({
  state,
  csrfToken,
  verifierKey,
}: {
  state: State
  csrfToken: string
  verifierKey: string
}) {
  const { say } = useView()
  const errors = state.errors ?? []
  return (
    <>
      <ErrorSummary errors={errors} title={say('回执没有通过核验', 'The receipt did not pass')} />
      <div data-receipt-result="" aria-live="polite">
        {state.verified ? <Verified verified={state.verified} /> : null}
        {state.findings ? <Findings findings={state.findings} /> : null}
      </div>
      <p>
        {say(
          '回执证明一次提交确实记入了公开日志。选择回执文件，或把内容粘贴进来。',
          'A receipt proves that a submission stands in the public log. Choose its file or paste its content.',
        )}
      </p>
      <form
        method="post"
        action="/verify/receipt"
        encType="multipart/form-data"
        className="sheet"
        data-receipt={verifierKey}
      >
        <Hidden values={{ _csrf: csrfToken }} />
        <div className="input">
          <label htmlFor="receipt-file">{say('回执文件（JSON）', 'Receipt file (JSON)')}</label>
          <input type="file" id="receipt-file" name="file" accept=".json,.txt,application/json,text/plain" />
        </div>
        <InputBox
          labelled={{
            id: 'receipt',
            label: say('或者粘贴回执内容', 'Or paste its content'),
            error: messageAt(errors, 'receipt'),
          }}
          name="receipt"
          rows={6}
          value={state.typed ?? ''}
        />
        <button type="submit" className="button">
          {say('核验', 'Check')}
        </button>
      </form>
      <p className="hint only-script" hidden>
        <Icon name="shield" />{' '}
        {say(
          '核验在您的浏览器里进行，回执不会上传。',
          'The check runs in your browser; the receipt is not sent to us.',
        )}
      </p>
      <Hint
        id="key"
        hint={
          <>
            {say('日志公钥：', 'Key of the log: ')}
            <span className="code">{verifierKey}</span>
          </>
        }
      />
    </>
  )
}

function Verified({ verified }: { verified: VerifiedReceipt }) {
  const { say } = useView()
  return (
    <>
      <Notice kind="done" title={say('回执真实', 'The receipt is genuine')}>
        <p>
          {say(
            '这条记录确实在公开日志中，内容没有被改动。',
            'This entry stands in the public log, unchanged.',
          )}
        </p>
      </Notice>
      <div className="sheet">
        <Facts
          rows={[
            { label: say('日志', 'Log'), value: <span className="code">{verified.log}</span> },
            {
              label: say('位置', 'Place'),
              value: say(
                `第 ${verified.leaf + 1} 条，共 ${verified.size} 条`,
                `${verified.leaf + 1} of ${verified.size}`,
              ),
            },
            { label: say('摘要', 'Digest'), value: <span className="code">{verified.digest}</span> },
          ]}
        />
        <Findings findings={verified.findings} />
      </div>
    </>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language } = useView()
  return (
    <ul className="ticked">
      {findings.map((finding) => (
        <li key={finding.step} className={finding.result === 'fails' ? 'finding-fails' : undefined}>
          <Icon name={finding.result === 'holds' ? 'check' : finding.result === 'fails' ? 'cross' : 'info'} />
          <span>{finding.words[language]}</span>
        </li>
      ))}
    </ul>
  )
}

const LARGEST = 64 * 1024

async function check(visit: Visit): Promise<Shown> {
  const { request, needs, view } = visit
  let text = ''
  for await (const { upload } of request.uploads) {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of upload.body) {
      size += chunk.length
      if (size <= LARGEST) chunks.push(chunk)
    }
    text = new TextDecoder().decode(Buffer.concat(chunks))
  }
  const typed = one(request.form, 'receipt').slice(0, LARGEST)
  text = text.trim() || typed.trim()
  if (text === '')
    return form(visit, {
      errors: [
        {
          at: 'receipt',
          message: view.say('请选择文件或粘贴内容。', 'Please choose a file or paste its content.'),
        },
      ],
    })
  const verified = verifyReceipt(text, needs.verifierKey)
  if (!isRefusal(verified)) return form(visit, { typed, verified })
  const findings = verified.facts.findings as readonly Finding[] | undefined
  return form(visit, {
    typed,
    errors: [{ at: 'receipt', message: problemOf(verified, view.language).detail }],
    ...(findings ? { findings } : {}),
  })
}
