/** Letters of the procedures that a step may consist of. */
import type { IssuedData } from '../contract.ts'
import type { LetterText } from './letter.ts'
import { applicantOf, dateOf, facts, itemOf, paragraph, type Setting, say } from './words.ts'

export function opinionRequest(setting: Setting, data: IssuedData['opinion-request']): LetterText {
  const due = dateOf(setting, data.due)
  return {
    addressed: false,
    blocks: [
      paragraph(`${data.organs.join('、')}${say(setting, '：', ':')}`),
      paragraph(
        say(
          setting,
          `${data.applicant.name}提出的${itemOf(setting, data)}，本机关正在审查。根据${data.basis}，现征求贵单位意见，请于${due}前通过本系统反馈；逾期未反馈的，按本市规定处理。`,
          `The ${itemOf(setting, data)} of ${data.applicant.name} is under review. Under ${data.basis} we ask for your opinion, to be given in this system by ${due}; what follows from silence is set by the city.`,
        ),
      ),
      facts([
        [say(setting, '申请人', 'Applicant'), applicantOf(setting, data.applicant)],
        [say(setting, '征求内容', 'What we ask'), data.note],
        [say(setting, '反馈期限', 'Answer by'), due],
      ]),
    ],
  }
}

export function announcementNotice(setting: Setting, data: IssuedData['announcement-notice']): LetterText {
  const [from, until] = [dateOf(setting, data.from), dateOf(setting, data.until)]
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}，现依法公示，内容如下：`,
          `Your ${itemOf(setting, data)} is announced to the public as follows:`,
        ),
      ),
      paragraph(data.text),
      facts([
        [say(setting, '公示期', 'Announced'), say(setting, `${from}至${until}`, `${from} to ${until}`)],
        [say(setting, '公示网址', 'At'), data.url],
      ]),
      paragraph(
        say(
          setting,
          '公示期内任何人可以提出异议；本机关逐条答复后再作决定。',
          'Anyone may object within this time; every objection is answered before we decide.',
        ),
      ),
    ],
  }
}

export function hearingRightsNotice(setting: Setting, data: IssuedData['hearing-rights-notice']): LetterText {
  const until = dateOf(setting, data.until)
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}，涉及申请人与他人之间的重大利益关系：${data.note}`,
          `Your ${itemOf(setting, data)} touches important interests of you and of others: ${data.note}`,
        ),
      ),
      facts([
        [say(setting, '利害关系人', 'Parties'), data.parties.length > 0 ? data.parties : undefined],
        [say(setting, '要求听证的期限', 'Ask for it by'), until],
      ]),
      paragraph(
        say(
          setting,
          `根据${data.basis}，申请人和利害关系人享有要求听证的权利，可以在${until}前提出；不承担组织听证的费用。逾期不提出的，视为放弃。`,
          `Under ${data.basis} the applicant and the parties may ask for a hearing until ${until}, free of charge. After that day the right has lapsed.`,
        ),
      ),
    ],
  }
}

export function hearingNotice(setting: Setting, data: IssuedData['hearing-notice']): LetterText {
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}，根据${data.basis}定于下列时间、地点举行听证：`,
          `Under ${data.basis} a hearing is held on your ${itemOf(setting, data)}:`,
        ),
      ),
      facts([
        [say(setting, '时间', 'When'), `${dateOf(setting, data.on)} ${data.time}`],
        [say(setting, '地点', 'Where'), data.place],
        [say(setting, '主持人', 'Chair'), data.chair],
        [say(setting, '记录人', 'Recorder'), data.recorder],
      ]),
      paragraph(
        say(
          setting,
          '申请人、利害关系人认为主持人与本申请有直接利害关系的，有权申请回避；可以提出证据，进行申辩和质证。',
          'You may ask that the chair stand aside for a direct interest in the case; you may bring evidence, argue and question.',
        ),
      ),
    ],
  }
}
