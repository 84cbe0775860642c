import { roleWords } from 'virtual:contract'
import type { StaffRole } from '@mashang/kit'
import { SIGN_IN } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

/** The accounts every demonstration city is founded with. They exist nowhere else, and their data is invented. */
const ACCOUNTS: readonly (readonly [string, StaffRole])[] = [
  ['chuangkou', 'window-clerk'],
  ['chengban', 'handling-officer'],
  ['hecha', 'inspector'],
  ['shouxi', 'approval-head'],
  ['jiancha', 'supervisor'],
  ['mulu', 'catalogue-editor'],
  ['guanli', 'administrator'],
]
const PASSWORD = 'Mashang-2026'

interface Props {
  onChoose(typed: { account: string; password: string }): void
}

/** Shown only where the server says that it is a demonstration. */
export function DemoAccounts({ onChoose }: Props) {
  const { t } = useWords()
  return (
    <aside className="note demo-hint" aria-label={t(SIGN_IN.demo)}>
      <p>{t(SIGN_IN.demoHint)}</p>
      <ul className="demo-accounts">
        {ACCOUNTS.map(([account, role]) => (
          <li key={account}>
            <button
              type="button"
              className="link-button"
              onClick={() => onChoose({ account, password: PASSWORD })}
            >
              {account}
            </button>{' '}
            <span className="quiet">{t(roleWords[role])}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t(SIGN_IN.demoPassword)} <code>{PASSWORD}</code>
      </p>
    </aside>
  )
}
