import type { Verification } from '@mashang/approvals/contract'
import type { Words } from '@mashang/kit'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { shownWords } from './shown-words.ts'
import { SignatureSheet } from './signature-sheet.tsx'

const STATES: Readonly<Record<Verification['status'], { words: Words; icon: IconName; hint: Words }>> = {
  valid: {
    words: { zh: '真实有效', en: 'Genuine and valid' },
    icon: 'done',
    hint: { zh: '由下列部门签发，现行有效。', en: 'Issued by the organ below, and valid today.' },
  },
  expired: {
    words: { zh: '真实，但已过有效期', en: 'Genuine, but expired' },
    icon: 'warning',
    hint: { zh: '确由下列部门签发，有效期已过。', en: 'Issued by the organ below; its time is over.' },
  },
  replaced: {
    words: { zh: '真实，但已被新的一份替代', en: 'Genuine, but replaced' },
    icon: 'warning',
    hint: {
      zh: '确由下列部门签发，之后又出具了新的一份，以新的为准。',
      en: 'Issued by the organ below; a newer one has been issued since, and that one counts.',
    },
  },
  voided: {
    words: { zh: '真实，但已红字冲销', en: 'Genuine, but reversed' },
    icon: 'warning',
    hint: {
      zh: '确由下列部门开具，之后因退费作废，不能作为缴费凭证。',
      en: 'Given by the organ below; void since the money was given back, and no proof of payment.',
    },
  },
  cancelled: {
    words: { zh: '已注销', en: 'Cancelled' },
    icon: 'cross',
    hint: {
      zh: '曾由下列部门签发，现已注销，不能使用。',
      en: 'Issued by the organ below and since cancelled; it must not be used.',
    },
  },
  revoked: {
    words: { zh: '已被撤销', en: 'Revoked' },
    icon: 'cross',
    hint: {
      zh: '曾由下列部门签发，现已撤销，不能使用。',
      en: 'Issued by the organ below and since revoked; it must not be used.',
    },
  },
  withdrawn: {
    words: { zh: '已被撤回', en: 'Withdrawn' },
    icon: 'cross',
    hint: {
      zh: '曾由下列部门签发，现已依法撤回，不能使用。',
      en: 'Issued by the organ below and since withdrawn; it must not be used.',
    },
  },
  forfeited: {
    words: { zh: '已被吊销', en: 'Forfeited' },
    icon: 'cross',
    hint: {
      zh: '曾由下列部门签发，现已被吊销，不能使用。',
      en: 'Issued by the organ below and since forfeited; it must not be used.',
    },
  },
}

/** What anyone sees who scans a code: whether it is genuine, what it says, and how to check that without trusting us. */
export function VerificationSheet({ found, within = false }: { found: Verification; within?: boolean }) {
  const { language, say } = useView()
  const state = STATES[found.status]
  const Heading = within ? 'h3' : 'h1'
  return (
    <>
      <div className={`verdict verdict-${found.status}`}>
        <Icon name={state.icon} size="large" />
        <div>
          <Heading>{state.words[language]}</Heading>
          <p>{state.hint[language]}</p>
        </div>
      </div>
      {found.demo ? (
        <Notice kind="soon">
          <p>
            {say(
              '演示系统签发，印章为“演示专用”，不产生法律效力。',
              'Issued by a demonstration; its seal says so, and it has no legal effect.',
            )}
          </p>
        </Notice>
      ) : null}
      <div className="sheet">
        <Facts
          rows={[
            { label: say('名称', 'Title'), value: <Said of={found.title} /> },
            { label: say('编号', 'Number'), value: <b className="code">{found.number}</b> },
            { label: say('签发部门', 'Issued by'), value: <Said of={found.organ.name} /> },
            { label: say('签发日期', 'Issued on'), value: <Day on={found.issuedAt} /> },
            ...useSince(found),
            ...found.shows.map(({ label, text }) => {
              const words = shownWords(label)
              return {
                label: words[language],
                value: (
                  <span className="answer" lang="zh-CN">
                    {text}
                  </span>
                ),
                asIssued: !words.isKnown,
              }
            }),
          ]}
        />
      </div>
      {found.signed ? <SignatureSheet signed={found.signed} within={within} /> : null}
      <LogProof found={found} />
    </>
  )
}

/** What has happened since: the print that counts now, or on what ground and when it ended. */
function useSince({ replaced, corrected, ended }: Verification) {
  const { language, say, text } = useView()
  return [
    ...(corrected
      ? [
          { label: say('更正日期', 'Put right on'), value: <Day on={corrected.on} /> },
          {
            label: say('更正后的文书', 'Take instead'),
            value: <span className="code">{corrected.number}</span>,
          },
        ]
      : []),
    ...(replaced
      ? [
          { label: say('被新证替代', 'Replaced on'), value: <Day on={replaced.on} /> },
          {
            label: say('新证的标识', 'Identifier of the new print'),
            value: <span className="code">{replaced.identifier}</span>,
          },
          {
            label: say('证照现在的状态', 'The licence today'),
            value: (
              <>
                {STATES[replaced.licence].words[language]}
                {replaced.to ? (
                  <>
                    {say('，有效期至 ', '; valid until ')}
                    <Day on={replaced.to} />
                  </>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...(ended
      ? [
          { label: say('终止日期', 'Ended on'), value: <Day on={ended.on} /> },
          ...(ended.ground
            ? [
                {
                  label: say('法定理由', 'Ground of law'),
                  value: `${text(ended.ground)}${say('（', ' (')}${ended.article}${say('）', ')')}`,
                },
              ]
            : []),
        ]
      : []),
  ]
}

function LogProof({ found }: { found: Verification }) {
  const { say } = useView()
  return (
    <details className="sheet">
      <summary>{say('怎样自己验证', 'How to check this yourself')}</summary>
      <Facts
        rows={[
          found.fileDigest
            ? {
                label: say('PDF 的摘要（SHA-256）', 'Digest of the PDF (SHA-256)'),
                value: <span className="code">{found.fileDigest}</span>,
              }
            : undefined,
          found.log
            ? {
                label: say('公开日志中的位置', 'Place in the public log'),
                value: <span className="code">{found.log.leaf}</span>,
              }
            : {
                label: say('公开日志', 'Public log'),
                value: say('正在写入，请稍后再看', 'Being written; please look again later'),
              },
          found.log
            ? {
                label: say('日志条目的摘要', 'Digest of its entry'),
                value: <span className="code">{found.log.digest}</span>,
              }
            : undefined,
        ]}
      />
      <p>
        {say(
          '每次签发都记入一本公开的、只能追加的日志，任何人都能下载核对，谁也不能事后删改。',
          'Each issue stands in a public log to which one can only add. Anyone may download and check it; nobody can change it afterwards.',
        )}{' '}
        <a href="/log/checkpoint">{say('最新检查点', 'Newest checkpoint')}</a>
        {say('、', ', ')}
        <a href="/log/key">{say('验证公钥', 'verification key')}</a>
        {say('。', '.')}
      </p>
    </details>
  )
}
