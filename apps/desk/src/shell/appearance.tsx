import { App as AntApp, ConfigProvider } from 'antd'
import enGB from 'antd/es/locale/en_GB'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { usePreferences } from './preferences.ts'
import { useMedia, useShade } from './shade.ts'
import { themeOf } from './theme.ts'

/** The nonce that the server gave this page; Ant Design's styles carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Ant Design in our colours and language. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const { language } = usePreferences()
  const shade = useShade()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const roomy = useMedia('(max-width: 700px), (pointer: coarse)')
  const config = useMemo(() => themeOf(shade, { roomy, still }), [shade, roomy, still])
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'en' ? enGB : zhCN}
      theme={config}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp component={false} message={{ maxCount: 3 }}>
        {children}
      </AntApp>
    </ConfigProvider>
  )
}
