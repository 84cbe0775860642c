import type { Circumstance, HelpKind, HelpStatus, MandateView, Place } from '@mashang/assistance/contract'
import type { Words } from '@mashang/kit'

export const KIND_WORDS: Readonly<Record<HelpKind, Words>> = {
  guided: { zh: '帮办', en: 'Guided' },
  agency: { zh: '代办', en: 'Full agency' },
}

export const STATUS_WORDS: Readonly<Record<HelpStatus, Words>> = {
  waiting: { zh: '等待承接', en: 'Waiting to be taken' },
  taken: { zh: '帮办中', en: 'Being helped' },
  concluded: { zh: '已办结', en: 'Concluded' },
  ended: { zh: '已终止', en: 'Ended' },
}

export const CIRCUMSTANCE_WORDS: Readonly<Record<Circumstance, Words>> = {
  elderly: { zh: '老年人', en: 'Elderly' },
  disabled: { zh: '残疾人', en: 'Disabled' },
  none: { zh: '没有特别情况', en: 'Nothing special' },
}

export const PLACE_WORDS: Readonly<Record<Place, Words>> = {
  window: { zh: '政务服务中心窗口', en: 'At a window of the centre' },
  home: { zh: '上门', en: 'At home' },
  phone: { zh: '电话', en: 'By telephone' },
}

export const MANDATE_WORDS: Readonly<Record<MandateView['state'], Words>> = {
  offered: { zh: '等您签署', en: 'Waits for your signature' },
  'not-begun': { zh: '已签署，还没到起始日', en: 'Signed; its first day has not come' },
  'in-force': { zh: '有效', en: 'In force' },
  over: { zh: '已到期', en: 'Its days are over' },
  revoked: { zh: '已终止', en: 'Ended' },
}
