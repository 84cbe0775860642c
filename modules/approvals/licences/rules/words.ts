import type { LicenceStatus } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { LicenceEntryKind } from '../../contract/index.ts'

export const LICENCE_STATUS_WORDS: Readonly<Record<LicenceStatus, Words>> = {
  valid: { zh: '有效', en: 'Valid' },
  expired: { zh: '已过期', en: 'Expired' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  forfeited: { zh: '已吊销', en: 'Forfeited' },
}

/** Entries of a licence's journal, as its history names them. */
export const LICENCE_ENTRY_WORDS: Readonly<Record<LicenceEntryKind, Words>> = {
  issued: { zh: '颁发', en: 'Issued' },
  'taken-over': { zh: '纳入管理', en: 'Taken over' },
  renewed: { zh: '准予延续', en: 'Renewed' },
  'renewed-by-silence': { zh: '视为准予延续', en: 'Renewed by silence' },
  changed: { zh: '变更', en: 'Changed' },
  reissued: { zh: '补证', en: 'Reissued' },
  corrected: { zh: '更正', en: 'Corrected' },
  'expiry-told': { zh: '提醒到期', en: 'Reminded of the expiry' },
  'revocation-proposed': {
    zh: '拟撤销，告知陈述申辩',
    en: 'Revocation proposed; the holder may state and defend',
  },
  'statement-made': { zh: '陈述申辩', en: 'Statement and defence' },
  'revocation-dropped': { zh: '决定不予撤销', en: 'Revocation dropped' },
  revoked: { zh: '撤销', en: 'Revoked' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  forfeited: { zh: '吊销', en: 'Forfeited' },
}
