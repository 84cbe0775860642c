import type { ApplicationView } from '@mashang/approvals/contract'
import { DELIVERY_WORDS } from '@mashang/ui'
import { fullInstant } from '../../show/dates.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Fact, Panel } from './panel.tsx'

export function ApplicantPanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  const { applicant } = view
  const enterprise = applicant.kind === 'enterprise'
  const channel = CASE.channels[view.channel]
  return (
    <Panel
      title={t(CASE.applicant)}
      beside={applicant.masked && <span className="quiet">{t(CASE.masked)}</span>}
    >
      <dl className="facts">
        <Fact label={t(enterprise ? CASE.enterprise : CASE.name)}>{applicant.name}</Fact>
        <Fact label={t(enterprise ? CASE.uscc : CASE.idCard)}>{applicant.code}</Fact>
        {applicant.agent && <Fact label={t(CASE.agent)}>{applicant.agent}</Fact>}
        <Fact label={t(CASE.phone)}>{applicant.phone}</Fact>
        <Fact label={t(CASE.channel)}>{channel ? t(channel) : view.channel}</Fact>
        {view.signature && (
          <Fact label={t(CASE.signature)}>
            {view.signature.name}
            <br />
            <span className="quiet">
              {t(
                CASE.signedWith(
                  view.signature.issuer,
                  view.signature.serial,
                  view.signature.from.slice(0, 10),
                  view.signature.to.slice(0, 10),
                ),
              )}
            </span>
          </Fact>
        )}
        <Fact label={t(CASE.delivery)}>{t(DELIVERY_WORDS[view.delivery])}</Fact>
        <Fact label={t(CASE.submittedAt)}>{fullInstant(view.submittedAt)}</Fact>
        {view.acceptedAt && <Fact label={t(CASE.acceptedAt)}>{fullInstant(view.acceptedAt)}</Fact>}
        {view.concludedAt && <Fact label={t(CASE.concludedAt)}>{fullInstant(view.concludedAt)}</Fact>}
      </dl>
    </Panel>
  )
}
