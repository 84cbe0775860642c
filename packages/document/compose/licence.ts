import type { Licence } from '../contract.ts'
import { guilloche } from '../guilloche.ts'
import type { LicencePage } from '../page.ts'
import { LICENCE_SEAL, seal } from '../seal.ts'
import { caseFooter, watermarkOf } from './letter.ts'
import { dateOf, type Setting, say } from './words.ts'

/** A4 lying down, in millimetres. */
const border = guilloche({ width: 297, height: 210 })

export function licencePage(setting: Setting, data: Licence): LicencePage {
  const english = setting.language === 'en'
  const name = english ? (data.licenceNameEn ?? data.licenceName) : data.licenceName
  const from = dateOf(setting, data.validFrom)
  const until =
    data.validUntil === undefined ? say(setting, '长期', 'no end') : dateOf(setting, data.validUntil)
  const conditions = data.conditions ?? []
  return {
    format: 'licence',
    language: setting.language,
    subject: { title: name, author: data.organ, keywords: [data.licenceNumber, data.caseNumber] },
    date: data.date,
    ...watermarkOf(setting),
    footer: caseFooter(setting, data),
    border,
    name,
    ...(english || data.licenceNameEn === undefined ? {} : { secondName: data.licenceNameEn }),
    ...(data.copy === undefined ? {} : { copy: data.copy }),
    marks: [{ label: say(setting, '证照编号', 'Licence number'), value: data.licenceNumber }],
    ...(data.identifier === undefined
      ? {}
      : { identifier: `${say(setting, '电子证照标识：', 'Licence identifier: ')}${data.identifier}` }),
    scan: say(setting, '扫码查验', 'Scan to verify'),
    rows: [
      { label: say(setting, '持证主体', 'Holder'), lines: [data.holder.name] },
      ...(data.holder.code === undefined
        ? []
        : [{ label: data.holder.codeName ?? say(setting, '证件代码', 'Code'), lines: [data.holder.code] }]),
      ...data.details.map((detail) => ({ label: detail.label, lines: [detail.value] })),
      ...(conditions.length === 0
        ? []
        : [{ label: say(setting, '附加条件', 'Conditions'), lines: conditions }]),
      {
        label: say(setting, '有效期限', 'Valid'),
        lines: [say(setting, `${from} 至 ${until}`, `${from} to ${until}`)],
      },
    ],
    signed: {
      organ: data.organ,
      date: dateOf(setting, data.date),
      labels: [say(setting, '发证机关', 'Issued by'), say(setting, '发证日期', 'Date of issue')],
      ...(setting.sealed
        ? { seal: { svg: seal(data.organ, data.sealPurpose ?? LICENCE_SEAL, setting.demo) } }
        : {}),
    },
    annex: { title: say(setting, '附页', 'Annex'), see: say(setting, '详见附页', 'see the annex') },
  }
}
