/** Letters from acceptance to delivery. */
import type {
  ClockResumeNotice,
  ClockStopNotice,
  DeliveryRecord,
  ExtensionNotice,
  GrantDecision,
  RefusalDecision,
} from '../contract.ts'
import type { Block } from '../page.ts'
import type { LetterText } from './letter.ts'
import {
  applicantOf,
  dateOf,
  dueRow,
  facts,
  heading,
  itemOf,
  limitOf,
  listed,
  momentOf,
  paragraph,
  rightsOf,
  type Setting,
  say,
  whyOf,
} from './words.ts'

/** The line by which every letter after acceptance opens. */
function acceptedOn(setting: Setting, data: GrantDecision | RefusalDecision | ClockStopNotice): string {
  const on = dateOf(setting, data.acceptedOn)
  return say(
    setting,
    `你（单位）提出的${itemOf(setting, data)}，本机关已于${on}受理。`,
    `Your ${itemOf(setting, data)} was accepted on ${on}. `,
  )
}

export function clockStopNotice(setting: Setting, data: ClockStopNotice): LetterText {
  const until = data.expectedUntil
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `${acceptedOn(setting, data)}因依法需要进行${data.procedure}，根据${data.basis}，所需时间不计算在办理期限内。现将有关情况告知如下：`,
          `${acceptedOn(setting, data)}A procedure is needed by law: ${data.procedure}. Under ${data.basis} its time does not count towards the limits:`,
        ),
      ),
      facts([
        [say(setting, '特别程序', 'Procedure'), data.procedure],
        [say(setting, '原因', 'Reason'), data.reason],
        [say(setting, '开始日期', 'Begins on'), dateOf(setting, data.from)],
        [say(setting, '预计所需时间', 'Expected length'), limitOf(setting, data.expected)],
        [
          say(setting, '预计结束日期', 'Expected end'),
          until === undefined ? undefined : dateOf(setting, until),
        ],
      ]),
      paragraph(
        say(
          setting,
          `自${dateOf(setting, data.from)}起暂停计算办理期限。${data.procedure}结束后恢复计算，本机关将另行书面告知新的办结日期。`,
          `The clock stands still from ${dateOf(setting, data.from)}. When the procedure ends it runs again, and we will tell you the new due dates in writing.`,
        ),
      ),
    ],
  }
}

export function clockResumeNotice(setting: Setting, data: ClockResumeNotice): LetterText {
  const statutory = say(setting, '法定办结日期', 'Statutory due date')
  const promised = say(setting, '承诺办结日期', 'Promised due date')
  const [from, until] = [dateOf(setting, data.from), dateOf(setting, data.until)]
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}，自${from}起进行的${data.procedure}已于${until}结束。根据${data.basis}，办理期限恢复计算，现将新的办结日期告知如下：`,
          `For your ${itemOf(setting, data)} the procedure “${data.procedure}”, begun on ${from}, ended on ${until}. Under ${data.basis} the clock runs again; the new due dates are:`,
        ),
      ),
      facts([
        [say(setting, '特别程序', 'Procedure'), data.procedure],
        [say(setting, '暂停计时', 'Clock stopped'), say(setting, `${from}至${until}`, `${from} to ${until}`)],
        [say(setting, '结果', 'Outcome'), data.outcome],
        [promised, dueRow(setting, data.promised)],
        [statutory, dueRow(setting, data.statutory)],
      ]),
      ...whyOf(setting, promised, data.promised),
      ...whyOf(setting, statutory, data.statutory),
    ],
  }
}

export function extensionNotice(setting: Setting, data: ExtensionNotice): LetterText {
  const due = say(setting, '延长后的法定办结日期', 'Statutory due date as extended')
  const accepted = dateOf(setting, data.acceptedOn)
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}，本机关已于${accepted}受理，应于${dateOf(setting, data.formerDue)}前作出决定。`,
          `Your ${itemOf(setting, data)} was accepted on ${accepted}; a decision was due by ${dateOf(setting, data.formerDue)}.`,
        ),
      ),
      paragraph(
        say(
          setting,
          `因${data.reason}，不能在上述期限内作出决定。根据${data.basis}，经${data.approvedBy}批准，办理期限`,
          `It cannot be made in time: ${data.reason}. Under ${data.basis}, with the approval of ${data.approvedBy}, the limit is `,
        ),
        {
          strong: say(
            setting,
            `延长${limitOf(setting, data.by)}`,
            `extended by ${limitOf(setting, data.by)}`,
          ),
        },
        say(setting, '。', '.'),
      ),
      facts([[due, dueRow(setting, data.statutory)]]),
      ...whyOf(setting, due, data.statutory),
    ],
  }
}

export function grantDecision(setting: Setting, data: GrantDecision): LetterText {
  const licence = data.licence
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `${acceptedOn(setting, data)}经审查，申请符合法定条件、标准。根据${data.basis}，本机关决定`,
          `${acceptedOn(setting, data)}It meets the conditions and standards set by law. Under ${data.basis} this organ decides `,
        ),
        { strong: say(setting, '准予行政许可', 'to grant the licence') },
        say(setting, '：', ':'),
      ),
      ...listed(data.grants),
      ...(licence === undefined ? [] : [licenceFacts(setting, licence)]),
      ...(data.conditions === undefined || data.conditions.length === 0
        ? []
        : [
            heading(say(setting, '被许可人应当遵守下列要求：', 'The holder must observe:')),
            ...listed(data.conditions),
          ]),
      ...deliveryLine(setting, data.delivery),
    ],
  }
}

function licenceFacts(setting: Setting, licence: NonNullable<GrantDecision['licence']>): Block {
  const { validFrom: from, validUntil: until } = licence
  const start = from === undefined ? undefined : dateOf(setting, from)
  const end = until === undefined ? say(setting, '长期', 'without end') : dateOf(setting, until)
  return facts([
    [say(setting, '许可证件', 'Licence'), licence.name],
    [say(setting, '证件编号', 'Licence number'), licence.number],
    [
      say(setting, '有效期', 'Valid'),
      start === undefined ? undefined : say(setting, `${start}至${end}`, `${start} to ${end}`),
    ],
  ])
}

function deliveryLine(setting: Setting, delivery: GrantDecision['delivery']): readonly Block[] {
  if (delivery === undefined) return []
  const under = delivery.basis === undefined ? '' : say(setting, `根据${delivery.basis}，`, '')
  const within = limitOf(setting, delivery.within)
  const line =
    delivery.within.count === 0
      ? say(
          setting,
          `${under}许可证件即日以${delivery.how}送达。`,
          `The licence is delivered today: ${delivery.how}.`,
        )
      : say(
          setting,
          `${under}本机关自作出决定之日起${within}内以${delivery.how}送达许可证件。`,
          `The licence will be delivered within ${within} of this decision: ${delivery.how}.`,
        )
  return [paragraph(line)]
}

export function refusalDecision(setting: Setting, data: RefusalDecision): LetterText {
  const found = listed(data.facts)
  return {
    blocks: [
      paragraph(
        `${acceptedOn(setting, data)}${found.length === 0 ? say(setting, '经审查，申请不符合法定条件、标准，理由如下：', 'It does not meet the conditions and standards set by law, for these reasons:') : say(setting, '经审查查明：', 'The review found:')}`,
      ),
      ...found,
      ...(found.length === 0
        ? []
        : [
            paragraph(
              say(
                setting,
                '申请不符合法定条件、标准，理由如下：',
                'The conditions are not met, for these reasons:',
              ),
            ),
          ]),
      ...listed(data.reasons),
      paragraph(
        say(setting, `根据${data.basis}，本机关决定`, `Under ${data.basis} this organ decides `),
        { strong: say(setting, '不予行政许可', 'to refuse the licence') },
        say(setting, '。', '.'),
      ),
      ...rightsOf(setting, data.rights, say(setting, '决定', 'decision')),
    ],
  }
}

export function deliveryRecord(setting: Setting, data: DeliveryRecord): LetterText {
  // Two lines to write on by hand.
  const blank = ['　', '　']
  const at = data.deliveredAt
  return {
    addressed: false,
    blocks: [
      facts([
        [say(setting, '事项', 'Item'), data.itemName],
        [
          say(setting, '送达文书', 'Documents delivered'),
          data.delivered.map((document) => {
            const copies = document.copies ?? 1
            return `${document.name}　${document.documentNumber}　${say(setting, `${copies}份`, `${copies} ${copies === 1 ? 'copy' : 'copies'}`)}`
          }),
        ],
        [say(setting, '受送达人', 'Addressee'), applicantOf(setting, data.applicant)],
        [say(setting, '送达方式', 'Method'), data.method],
        [say(setting, '送达地点', 'Place'), data.place ?? blank],
        [say(setting, '送达时间', 'Delivered at'), at === undefined ? blank : momentOf(setting, at)],
        [say(setting, '签收人', 'Received by'), data.receivedBy ?? blank],
        [say(setting, '与受送达人关系', 'Relation to addressee'), data.relation ?? blank],
        [say(setting, '送达人', 'Delivered by'), data.deliverers?.join('、') ?? blank],
        [say(setting, '备注', 'Remarks'), data.remarks ?? blank],
      ]),
    ],
  }
}
