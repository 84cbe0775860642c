import { roleWords } from 'virtual:contract'
import { BulbOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { SearchBox } from '../search/search-box.tsx'
import { signOut, useMe } from '../session/use-session.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { KeyboardHelp } from './keyboard-help.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { preferences, usePreferences } from './preferences.ts'
import { useTrail } from './trail.ts'

export function TopBar() {
  return (
    <header className="top-bar">
      <Breadcrumbs />
      <SearchBox />
      <div className="top-tools">
        <KeyboardHelp />
        <LanguageSwitch />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  )
}

function Breadcrumbs() {
  const { t } = useWords()
  const trail = useTrail()
  return (
    <nav className="crumbs" aria-label={t(SHELL.breadcrumbs)}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to ? (
              <Link to={crumb.to}>{crumb.label}</Link>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function LanguageSwitch() {
  const { t, language } = useWords()
  return (
    <Button
      type="text"
      title={t(SHELL.language)}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => preferences.set({ language: language === 'zh' ? 'en' : 'zh' })}
    >
      {t(SHELL.languageShort)}
    </Button>
  )
}

function ThemeMenu() {
  const { t } = useWords()
  const { theme } = usePreferences()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [theme],
        items: [
          { key: 'system', label: t(SHELL.themeSystem) },
          { key: 'light', label: t(SHELL.themeLight) },
          { key: 'dark', label: t(SHELL.themeDark) },
        ],
        onClick: ({ key }) => preferences.set({ theme: key === 'light' || key === 'dark' ? key : 'system' }),
      }}
    >
      <Button type="text" icon={<BulbOutlined />} aria-label={t(SHELL.theme)} title={t(SHELL.theme)} />
    </Dropdown>
  )
}

function AccountMenu() {
  const { t, language } = useWords()
  const me = useMe()
  const [changing, setChanging] = useState(false)
  const roles = me.staff.roles.map((role) => t(roleWords[role])).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: <span className="who">{`${me.name} · ${roles}`}</span> },
            { type: 'divider' },
            { key: 'password', label: t(SHELL.changePassword), onClick: () => setChanging(true) },
            { key: 'out', label: t(SHELL.signOut), onClick: () => void signOut() },
            {
              key: 'everywhere',
              label: t(SHELL.signOutEverywhere),
              onClick: () => void signOut({ everywhere: true }),
            },
          ],
        }}
      >
        <Button
          type="text"
          icon={<UserOutlined />}
          className="account"
          aria-label={`${t(SHELL.account)} ${me.name}`}
        >
          <span className="account-name">{me.name}</span>
        </Button>
      </Dropdown>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  )
}
