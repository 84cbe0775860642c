/** Letters up to acceptance. */
import type {
  AcceptanceNotice,
  CorrectionNotice,
  DeclineDecision,
  MaterialReceipt,
  NotNeededNotice,
  WithdrawalConfirmation,
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
  listed,
  momentOf,
  paragraph,
  rightsOf,
  type Setting,
  say,
  whyOf,
} from './words.ts'

export function materialReceipt(setting: Setting, data: MaterialReceipt): LetterText {
  const through = data.channel === undefined ? '' : say(setting, `通过${data.channel}`, ` (${data.channel})`)
  const title = (zh: string, en: string) => say(setting, zh, en)
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `本机关于${momentOf(setting, data.receivedAt)}${through}收到你（单位）提交的${itemOf(setting, data)}材料，共${data.materials.length}项，清单如下。`,
          `On ${momentOf(setting, data.receivedAt)} we received your ${itemOf(setting, data)}${through} with ${data.materials.length} materials, as listed.`,
        ),
      ),
      {
        block: 'table',
        columns: [
          { title: title('序号', 'No.'), width: 'narrow' },
          { title: title('材料名称', 'Material'), width: 5 },
          { title: title('形式', 'Form'), width: 2 },
          { title: title('份数', 'Copies'), width: 'narrow' },
          { title: title('页数', 'Pages'), width: 'narrow' },
          { title: title('文件指纹／备注', 'File digest / note'), width: 3 },
        ],
        rows: data.materials.map((material, i) => [
          String(i + 1),
          material.name,
          material.form ?? '—',
          String(material.copies ?? '—'),
          String(material.pages ?? '—'),
          [material.digest, material.note].filter((part) => part !== undefined).join('\n') || '—',
        ]),
      },
      paragraph(
        say(
          setting,
          '本凭证证明上述材料已经收到，不代表申请已被受理。',
          'This receipt proves that the materials were received; it does not mean that the application is accepted.',
        ),
      ),
      ...listed(data.next),
    ],
  }
}

export function correctionNotice(setting: Setting, data: CorrectionNotice): LetterText {
  const by = data.submitBy
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）于${dateOf(setting, data.receivedOn)}提出的${itemOf(setting, data)}收悉。经审查，申请材料不齐全或者不符合法定形式。根据${data.basis}，现将需要补正的全部内容一次性告知如下：`,
          `We received your ${itemOf(setting, data)} on ${dateOf(setting, data.receivedOn)}. The materials are incomplete or not in the required form. Under ${data.basis} we tell you once, and in full, what has to be corrected:`,
        ),
      ),
      correctionTable(setting, data),
      paragraph(
        say(setting, '请', 'Please hand in the corrected materials'),
        by === undefined
          ? say(setting, '及时', ' soon')
          : { strong: say(setting, `于${dateOf(setting, by)}前`, ` by ${dateOf(setting, by)}`) },
        say(
          setting,
          '提交补正材料。按照要求提交全部补正材料后，本机关将依法受理。',
          '. Once all of them are handed in as asked, the application will be accepted.',
        ),
      ),
      ...listed(data.how),
    ],
  }
}

function correctionTable(setting: Setting, data: CorrectionNotice): Block {
  const withBasis = data.corrections.some((correction) => correction.basis !== undefined)
  const basis = { title: say(setting, '依据', 'Basis'), width: 3 }
  return {
    block: 'table',
    columns: [
      { title: say(setting, '序号', 'No.'), width: 'narrow' },
      { title: say(setting, '材料', 'Material'), width: 3 },
      { title: say(setting, '存在的问题', 'What is wrong'), width: 4 },
      { title: say(setting, '补正要求', 'What to do'), width: 4 },
      ...(withBasis ? [basis] : []),
    ],
    rows: data.corrections.map((correction, i) => [
      String(i + 1),
      correction.material,
      correction.problem,
      correction.remedy,
      ...(withBasis ? [correction.basis ?? '—'] : []),
    ]),
  }
}

export function declineDecision(setting: Setting, data: DeclineDecision): LetterText {
  const right = data.rightOrgan
  const why =
    right === undefined
      ? say(setting, '该申请依法不予受理', 'the application cannot be accepted')
      : say(
          setting,
          '该申请事项依法不属于本机关职权范围',
          'the matter is not within the authority of this organ',
        )
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）于${dateOf(setting, data.receivedOn)}提出的${itemOf(setting, data)}收悉。经审查，${why}，理由如下：`,
          `We received your ${itemOf(setting, data)} on ${dateOf(setting, data.receivedOn)}. On examination ${why}, for these reasons:`,
        ),
      ),
      ...listed(data.reasons),
      paragraph(
        say(setting, `根据${data.basis}，本机关决定`, `Under ${data.basis} this organ decides `),
        { strong: say(setting, '不予受理', 'to decline it') },
        say(setting, '。', '.'),
      ),
      ...(right === undefined
        ? []
        : [
            paragraph(say(setting, '请向下列有权机关申请：', 'Please apply to the organ in charge:')),
            facts([
              [say(setting, '有权机关', 'Organ in charge'), right.name],
              [say(setting, '地址', 'Address'), right.address],
              [say(setting, '电话', 'Telephone'), right.phone],
              [say(setting, '网址', 'Website'), right.url],
            ]),
          ]),
      ...rightsOf(setting, data.rights, say(setting, '决定', 'decision')),
    ],
  }
}

export function notNeededNotice(setting: Setting, data: NotNeededNotice): LetterText {
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）于${dateOf(setting, data.receivedOn)}提出的${itemOf(setting, data)}收悉。经审查，该事项依法不需要取得行政许可，理由如下：`,
          `We received your ${itemOf(setting, data)} on ${dateOf(setting, data.receivedOn)}. The matter does not need a licence by law, for these reasons:`,
        ),
      ),
      ...listed(data.reasons),
      paragraph(
        say(
          setting,
          `根据${data.basis}，现即时告知。你（单位）可以依法直接从事相关活动。`,
          `Under ${data.basis} we tell you at once. You may carry out the activity directly, within the law.`,
        ),
      ),
      ...(data.rights === undefined ? [] : rightsOf(setting, data.rights, say(setting, '告知', 'notice'))),
    ],
  }
}

export function acceptanceNotice(setting: Setting, data: AcceptanceNotice): LetterText {
  const [received, accepted] = [dateOf(setting, data.receivedOn), dateOf(setting, data.acceptedOn)]
  const opening =
    data.deemed === true
      ? say(
          setting,
          `你（单位）于${received}提出的${itemOf(setting, data)}，本机关未在法定期限内告知需要补正的内容。根据${data.basis}，自收到申请材料之日（${accepted}）起即为受理。`,
          `You made your ${itemOf(setting, data)} on ${received}. No correction was asked for within the statutory limit. Under ${data.basis} it counts as accepted from the day it was received, ${accepted}.`,
        )
      : say(
          setting,
          `你（单位）于${received}提出的${itemOf(setting, data)}，经审查，属于本机关职权范围，申请材料齐全、符合法定形式。根据${data.basis}，本机关决定自${accepted}起予以受理。`,
          `You made your ${itemOf(setting, data)} on ${received}. It is within the authority of this organ and the materials are complete and in the required form. Under ${data.basis} it is accepted from ${accepted}.`,
        )
  const statutory = say(setting, '法定办结日期', 'Statutory due date')
  const promised = say(setting, '承诺办结日期', 'Promised due date')
  return {
    blocks: [
      paragraph(opening),
      facts([
        [say(setting, '申请人', 'Applicant'), applicantOf(setting, data.applicant)],
        [say(setting, '受理日期', 'Accepted on'), accepted],
        [promised, dueRow(setting, data.promised)],
        [statutory, dueRow(setting, data.statutory)],
      ]),
      ...whyOf(setting, promised, data.promised),
      ...whyOf(setting, statutory, data.statutory),
      paragraph(
        say(
          setting,
          '依法需要听证、检验、检测、鉴定、专家评审等的，所需时间不计算在上述期限内，本机关将另行书面告知。',
          'Time for hearings, inspection, testing, appraisal or expert review does not count; you will be told in writing.',
        ),
      ),
    ],
  }
}

export function withdrawalConfirmation(setting: Setting, data: WithdrawalConfirmation): LetterText {
  const under = data.basis === undefined ? '' : say(setting, `根据${data.basis}，`, `Under ${data.basis}, `)
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）于${dateOf(setting, data.appliedOn)}提出的${itemOf(setting, data)}，已于${dateOf(setting, data.withdrawnOn)}申请撤回。${under}本机关确认该申请自撤回之日起终止办理。`,
          `Your ${itemOf(setting, data)} of ${dateOf(setting, data.appliedOn)} was withdrawn on ${dateOf(setting, data.withdrawnOn)}. ${under}This organ confirms that its handling ended on that day.`,
        ),
      ),
      ...(data.reason === undefined
        ? []
        : [paragraph(say(setting, `撤回原因：${data.reason}`, `Reason: ${data.reason}`))]),
      ...(data.returned === undefined || data.returned.length === 0
        ? []
        : [heading(say(setting, '退还的材料：', 'Materials returned:')), ...listed(data.returned)]),
      paragraph(
        say(
          setting,
          '撤回申请不影响你（单位）今后就同一事项再次提出申请。',
          'You remain free to apply for the same matter again.',
        ),
      ),
    ],
  }
}
