/** 委托书 on paper: who lets whom do what, from when to when, and the signature. */
import type { DocumentData } from '@mashang/document'
import { formatDay, type Handlers, isRefusal, legalDayOf, maskIdCard, refuse } from '@mashang/kit'
import type { assistanceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Help, Mandate } from '../rules/help.ts'
import { getCaseFor } from '../store/cases.ts'

type PrintMandate = Handlers<typeof assistanceEndpoints>['printMandate']

export function printMandate(inside: Inside): PrintMandate {
  return async ({ who, params, language }) => {
    const found = await getCaseFor(inside, params.id, who)
    if (isRefusal(found)) return found
    const { help } = found
    if (!help.mandate) return refuse('mandate-missing')
    const data = await sheetOf(inside, help, help.mandate)
    const body = await inside.documents.render('application-form', data, language)
    return {
      type: 'application/pdf',
      filename: `${help.number}.pdf`,
      size: body.length,
      inline: true,
      body,
    }
  }
}

async function sheetOf(
  inside: Inside,
  help: Help,
  mandate: Mandate,
): Promise<DocumentData['application-form']> {
  const item = await inside.findItem(help.item.code)
  const person = await inside.findPerson(help.principal.personId)
  const { principal, assistant, application } = help
  const line = (label: string, value: string) => ({ kind: 'line', label, value }) as const
  const until = mandate.revokedAt
    ? [line('已终止', `${formatDay(legalDayOf(mandate.revokedAt), 'zh')}　${mandate.reason ?? ''}`)]
    : []
  return {
    title: '委托书',
    organ: inside.centre.zh,
    itemName: item?.name.zh ?? help.item.code,
    itemCode: help.item.code,
    caseNumber: help.number,
    date: legalDayOf(mandate.offeredAt),
    sections: [
      {
        title: '委托人',
        fields: [
          line('姓名', principal.name),
          line('身份证号', maskIdCard(person?.idCard ?? '')),
          ...(principal.enterprise ? [line('单位', principal.enterprise.name)] : []),
        ],
      },
      {
        title: '受托人',
        fields: [line('姓名', assistant?.name ?? ''), line('单位', inside.centre.zh)],
      },
      {
        title: '委托范围和期限',
        fields: [
          line('事项', item?.name.zh ?? help.item.code),
          ...(application ? [line('办件', application.number)] : []),
          line('期限', `${formatDay(mandate.from, 'zh')}至${formatDay(mandate.to, 'zh')}`),
          ...until,
        ],
      },
    ],
    statement: [
      '委托人委托受托人在上述范围和期限内，以委托人的名义填报、提交申请材料，接收补正等通知。',
      '受托人在委托范围内以委托人名义实施的行为，对委托人发生效力（民法典第一百六十二条）。',
      '委托人可以随时撤销委托，受托人可以辞去委托（民法典第一百七十三条）。',
    ],
    signature: mandate.signedAt ? { name: principal.name, date: legalDayOf(mandate.signedAt) } : {},
  }
}
