/** Letters about a licence: a revocation proposed, and the decisions that end one. */
import type { LicenceLetters } from '../licence-letters.ts'
import type { Block } from '../page.ts'
import type { LetterText } from './letter.ts'
import { dateOf, facts, heading, listed, paragraph, rightsOf, type Setting, say } from './words.ts'

type Ending = LicenceLetters['revocation-decision']
type Verb = readonly [zh: string, en: string]

function licenceFacts(
  setting: Setting,
  { licence, ground, basis }: Ending | LicenceLetters['revocation-notice'],
): Block {
  const from = dateOf(setting, licence.validFrom)
  const until = licence.validUntil ? dateOf(setting, licence.validUntil) : say(setting, '长期', 'without end')
  return facts([
    [say(setting, '许可证件', 'Licence'), licence.name],
    [say(setting, '证件编号', 'Licence number'), licence.number],
    [say(setting, '有效期', 'Valid'), say(setting, `${from}至${until}`, `${from} to ${until}`)],
    [
      say(setting, '法定理由', 'Ground of law'),
      say(setting, `${ground}（${basis}）`, `${ground} (${basis})`),
    ],
  ])
}

export function revocationNotice(setting: Setting, data: LicenceLetters['revocation-notice']): LetterText {
  const by = dateOf(setting, data.answerBy)
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）持有下列许可证件。经查，本机关拟依据${data.basis}作出`,
          `You hold the licence below. Under ${data.basis} this organ intends `,
        ),
        { strong: say(setting, '撤销行政许可', 'to revoke it') },
        say(setting, '的决定：', ':'),
      ),
      licenceFacts(setting, data),
      heading(say(setting, '事实和理由', 'Facts and reasons')),
      ...listed(data.reasons),
      paragraph(
        say(
          setting,
          `根据${data.heardUnder}，你（单位）享有陈述、申辩的权利，可以在`,
          `Under ${data.heardUnder} you have the right to state and defend your case, until `,
        ),
        { strong: say(setting, `${by}前`, by) },
        say(setting, '提出。逾期未提出的，视为放弃。', '. If you do not, the right counts as given up.'),
      ),
      ...listed(data.how),
    ],
  }
}

function ending(setting: Setting, data: Ending, [zh, en]: Verb): LetterText {
  const statements = data.statements ?? []
  return {
    blocks: [
      paragraph(
        say(setting, `根据${data.basis}，本机关决定`, `Under ${data.basis} this organ decides `),
        { strong: say(setting, `${zh}你（单位）持有的下列许可`, `to ${en} the licence below`) },
        say(setting, '：', ':'),
      ),
      licenceFacts(setting, data),
      heading(say(setting, '事实和理由', 'Facts and reasons')),
      ...listed(data.reasons),
      ...(statements.length === 0
        ? []
        : [
            heading(say(setting, '陈述申辩意见及其采纳情况', 'Your statement, which was considered')),
            ...listed(statements),
          ]),
      ...(data.compensation
        ? [heading(say(setting, '补偿', 'Compensation')), paragraph(data.compensation)]
        : []),
      paragraph(
        say(
          setting,
          '本决定自送达之日起生效。原许可证件自即日起不得使用，公开核验同步更新。',
          'This decision takes effect on delivery. The licence must not be used any more; public verification says so.',
        ),
      ),
      ...rightsOf(setting, data.rights, say(setting, '决定', 'decision')),
    ],
  }
}

export const revocationDecision = (setting: Setting, data: Ending) =>
  ending(setting, data, ['撤销', 'revoke'])

export const takingBackDecision = (setting: Setting, data: Ending) =>
  ending(setting, data, ['撤回', 'withdraw'])

export const cancellationDecision = (setting: Setting, data: Ending) =>
  ending(setting, data, ['注销', 'cancel'])
