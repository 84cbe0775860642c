import { says } from './text.ts'

/** What the catalogue as a list refuses. */
export const ENTRY_REFUSALS = {
  'entry-not-found': says(
    404,
    '政务服务事项目录里没有 {code}。',
    'There is no {code} in the catalogue of services.',
    '请在目录中按名称查找，或者拨打热线。',
    'Please look for it by name in the catalogue, or call the hotline.',
  ),
}
