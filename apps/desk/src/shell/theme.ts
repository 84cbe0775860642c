import { COLOUR, type ColourName, DARK, FONT, MOTION, RADIUS, SHADOW, TEXT } from '@mashang/ui'
import { type ThemeConfig, theme } from 'antd'
import type { Shade } from './shade.ts'

interface Needs {
  /** Fingers need more room than a mouse. */
  readonly roomy: boolean
  /** Reduced motion was asked for. */
  readonly still: boolean
}

/** Ant Design's theme, derived from the tokens that both web apps share. */
export function themeOf(shade: Shade, { roomy, still }: Needs): ThemeConfig {
  const colour: Readonly<Record<ColourName, string>> = shade === 'dark' ? DARK : COLOUR
  // On the dark side the action colour is light, so what stands on it is dark.
  const onAction = shade === 'dark' ? colour.deep : colour.surface
  return {
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: colour.action,
      colorLink: colour.action,
      colorInfo: colour.action,
      colorError: colour.seal,
      colorWarning: colour.soon,
      colorSuccess: colour.done,
      colorText: colour.ink,
      colorTextSecondary: colour.grey,
      colorTextTertiary: colour.grey,
      colorTextDescription: colour.grey,
      colorTextPlaceholder: colour.grey,
      colorTextHeading: colour.ink,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorBgLayout: colour.mist,
      colorBorder: colour.edge,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      fontFamily: FONT.text,
      fontFamilyCode: FONT.code,
      fontSize: TEXT.desk.size,
      lineHeight: TEXT.desk.line,
      borderRadius: RADIUS,
      controlHeight: roomy ? 44 : 32,
      controlHeightSM: roomy ? 36 : 26,
      boxShadow: SHADOW,
      boxShadowSecondary: SHADOW,
      motionDurationSlow: `${MOTION}ms`,
      motionDurationMid: `${MOTION}ms`,
      motionDurationFast: `${MOTION / 2}ms`,
      motion: !still,
    },
    components: {
      Button: {
        primaryColor: onAction,
        dangerColor: onAction,
        primaryShadow: 'none',
        dangerShadow: 'none',
        defaultShadow: 'none',
      },
      Tooltip: { colorBgSpotlight: colour.deep, colorTextLightSolid: colour.onDeep },
      Segmented: { itemSelectedColor: colour.ink, trackBg: colour.mist, itemColor: colour.grey },
      Select: { optionSelectedBg: colour.actionSoft },
    },
  }
}
