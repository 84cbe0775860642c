import type { Words } from '@mashang/kit'

/** What a document shows to whoever verifies it: labels as they stand on it, and what they mean. */
const SHOWN: Readonly<Record<string, string>> = {
  持证人: 'Holder',
  有效期: 'Valid',
  电子证照标识: 'Identifier',
  证照: 'Licence',
  证照编号: 'Licence number',
  办件编号: 'Case number',
  事项: 'Service',
  应缴金额: 'To be paid',
  金额: 'Amount',
  票据代码: 'Receipt code',
  票据号码: 'Receipt number',
  校验码: 'Check code',
  冲销票据: 'Receipt it reverses',
  项目名称: 'Project',
  项目代码: 'Project code',
  建设单位: 'Builder',
  辅导专员: 'Guide',
  竣工日期: 'Completed on',
}

/** The words for a label; none in English for one that is not known. */
export function shownWords(label: string): Words & { readonly isKnown: boolean } {
  const en = SHOWN[label]
  return { zh: label, en: en ?? label, isKnown: en !== undefined }
}
