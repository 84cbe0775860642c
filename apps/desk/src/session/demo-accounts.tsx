import { roleWords } from 'virtual:contract'
import { SIGN_IN } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'

/** The accounts every demonstration city is founded with. They exist nowhere else, and their data is invented. */
const ACCOUNTS: readonly (readonly [string, SomeWords])[] = [
  ['chuangkou', roleWords['window-clerk']],
  ['chengban', roleWords['handling-officer']],
  ['hecha', roleWords.inspector],
  ['shouxi', roleWords['approval-head']],
  ['tiyu', SIGN_IN.demoSmallOrgan],
  ['jiancha', roleWords.supervisor],
  ['mulu', roleWords['catalogue-editor']],
  ['guanli', roleWords.administrator],
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
        {ACCOUNTS.map(([account, who]) => (
          <li key={account}>
            <button
              type="button"
              className="link-button"
              onClick={() => onChoose({ account, password: PASSWORD })}
            >
              <span className="demo-account">{account}</span> <span className="quiet">{t(who)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t(SIGN_IN.demoPassword)} <code>{PASSWORD}</code>
      </p>
    </aside>
  )
}
