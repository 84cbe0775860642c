/**
 * The looks of both web apps in one place. `tokens.css` says the same as custom properties and a test keeps the two
 * alike; the desk derives Ant Design's theme from here. Sizes are CSS pixels.
 */

/** Colours on light grounds. Every pair named in `READ_ON` keeps 4.5:1 (WCAG 2.2 AA, 1.4.3). */
export const COLOUR = {
  /** Action, links: sea blue. */
  action: '#0a5ba8',
  actionStrong: '#084a8a',
  actionSoft: '#e8f1fa',
  /** Header and footer: deep blue. */
  deep: '#06335f',
  onDeep: '#ffffff',
  onDeepSoft: '#c9dcee',
  /** Ground of pages: mist. */
  mist: '#f4f7fa',
  surface: '#ffffff',
  ink: '#1b2430',
  grey: '#5b6776',
  line: '#dce3ea',
  /** Edge of things one can fill in or press; 3:1 against its ground (WCAG 1.4.11). */
  edge: '#7b8794',
  /** Vermilion: seals, overdue and destructive acts only. */
  seal: '#c8321e',
  sealSoft: '#fdf0ed',
  /** Amber: due soon. */
  soon: '#9a5b00',
  soonSoft: '#fdf5e6',
  /** Green: done. */
  done: '#1e7b4f',
  doneSoft: '#eaf5ef',
  /** Ring around what has the focus, on light grounds and on the deep blue. */
  focus: '#0a5ba8',
  focusOnDeep: '#ffd166',
} as const

/** The same names in the dark: the desk and wall screens. */
export const DARK: Readonly<Record<ColourName, string>> = {
  action: '#6fb1ee',
  actionStrong: '#9ccaf5',
  actionSoft: '#16304a',
  deep: '#0a1a2b',
  onDeep: '#ffffff',
  onDeepSoft: '#b9cbdd',
  mist: '#0f1720',
  surface: '#17212c',
  ink: '#e6ecf2',
  grey: '#a3b0be',
  line: '#2c3947',
  edge: '#728192',
  seal: '#ff8f7d',
  sealSoft: '#3a1c18',
  soon: '#f0b75a',
  soonSoft: '#33270f',
  done: '#6fcf9f',
  doneSoft: '#14301f',
  focus: '#9ccaf5',
  focusOnDeep: '#ffd166',
}

/** High contrast, by the reader's switch: 7:1 and more, lines as dark as text. */
export const CONTRAST: Readonly<Record<ColourName, string>> = {
  action: '#003a75',
  actionStrong: '#002347',
  actionSoft: '#ffffff',
  deep: '#000000',
  onDeep: '#ffffff',
  onDeepSoft: '#ffffff',
  mist: '#ffffff',
  surface: '#ffffff',
  ink: '#000000',
  grey: '#1f2933',
  line: '#000000',
  edge: '#000000',
  seal: '#8a1200',
  sealSoft: '#ffffff',
  soon: '#5c3600',
  soonSoft: '#ffffff',
  done: '#004d29',
  doneSoft: '#ffffff',
  focus: '#003a75',
  focusOnDeep: '#ffff00',
}

export type ColourName = keyof typeof COLOUR

/** Text colour → grounds it may stand on. */
export const READ_ON: readonly (readonly [ColourName, readonly ColourName[]])[] = [
  ['ink', ['surface', 'mist', 'actionSoft', 'sealSoft', 'soonSoft', 'doneSoft']],
  ['grey', ['surface', 'mist', 'actionSoft']],
  ['action', ['surface', 'mist', 'actionSoft']],
  ['actionStrong', ['surface', 'mist', 'actionSoft']],
  ['onDeep', ['deep']],
  ['onDeepSoft', ['deep']],
  ['seal', ['surface', 'mist', 'sealSoft']],
  ['soon', ['surface', 'mist', 'soonSoft']],
  ['done', ['surface', 'mist', 'doneSoft']],
]

export const FONT = {
  text: '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  code: 'ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace',
} as const

/** Body text: citizen, elders' edition, desk; and their line heights. */
export const TEXT = {
  citizen: { size: 17, line: 1.7 },
  elder: { size: 22, line: 1.7 },
  desk: { size: 14, line: 1.5 },
} as const

export const RADIUS = 6
/** Smallest target of a finger. */
export const TARGET = 44
/** The one shadow, for what floats. */
export const SHADOW = '0 4px 16px rgba(6, 51, 95, 0.14)'
/** Longest motion, in milliseconds; none where reduced motion is asked for. */
export const MOTION = 150
