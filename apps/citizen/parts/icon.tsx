import { THEME_PATHS } from './theme-paths.ts'

/** Own line drawings on a grid of 24, stroke 1.75; each entry is the `d` of one path. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20 20',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  enterprise: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 13h3M8 17h3M17 14v2',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4.5l3 2',
  check: 'M5 12.5 10 17.5 19.5 7',
  done: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-3.5 8.2 2.5 2.5 4.5-5',
  warning: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.3v.4',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 7v5m0-8.2v.4',
  stop: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-2 5v6m4-6v6',
  cross: 'M6 6l12 12M18 6 6 18',
  file: 'M6 3.5h8l4 4v13H6v-17ZM14 3.5v4h4M9 12h6M9 16h6',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15',
  upload: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M4.5 19.5h15',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8Zm8 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z',
  phone:
    'M6 4h3l1.5 4.5L8.5 10a11 11 0 0 0 5.5 5.5l1.5-2L20 15v3c0 1-1 2-2 2C10.5 20 4 13.5 4 6c0-1 1-2 2-2Z',
  pin: 'M12 3.500a6 6 0 0 0-6 6c0 4.5 6 11 6 11s6-6.5 6-11a6 6 0 0 0-6-6Zm0 4a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400Z',
  next: 'M5 12h13m-5-5 5 5-5 5',
  back: 'M19 12H6m5-5-5 5 5 5',
  seal: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4 1.4 3 3.3.4-2.4 2.2.6 3.200L12 14.700l-2.9 1.6.6-3.2-2.4-2.2 3.3-.4 1.4-3Z',
  globe:
    'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM4 12h16M12 4c2.5 2.2 3.5 5 3.5 8s-1 5.8-3.5 8c-2.5-2.2-3.5-5-3.5-8s1-5.8 3.5-8Z',
  larger: 'M3 19 8.5 5 14 19M5 14h7M18 8v8m-4-4h7',
  contrast: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 0v16M14 8h3M14 12h5M14 16h3',
  listen: 'M5 10v4h3l4.5 3.500v-11L8 10H5Zm10.5-1.500a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12',
  'sign-out': 'M10 4H5v16h5M14 8l4 4-4 4M9 12h9',
  edit: 'M5 19l1-4L16.5 4.500l3 3L9 18l-4 1ZM14 7l3 3',
  qr: 'M4 4h6v6H4V4Zm10 0h6v6h-6V4ZM4 14h6v6H4v-6Zm10 0h2.500v2.500M20 14v2.500M14 20h2.500M20 20v-1',
  shield: 'M12 3.5 5 6v5.500c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6l-7-2.500Zm-3 8.5 2.2 2.200L15.5 10',
  track: 'M5 6.500h.500M5 12h.500M5 17.500h.500M9 6.500h10M9 12h10M9 17.500h6',
  money: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM8.8 8l3.2 4.2L15.2 8M12 12.200V17M9.500 12.800h5M9.500 15h5',
  message: 'M4 5h16v11H10l-4 3.500V16H4V5Z',
  department: 'M4 20h16M5.5 20V10M9.8 20V10M14.2 20V10M18.5 20V10M3.5 10 12 4.500l8.5 5.500h-17Z',
} as const

export type IconName = keyof typeof PATHS

/** A drawing beside a word; never alone, so it is hidden from screen readers. */
export function Icon({ name, size = 'text' }: { name: IconName; size?: 'text' | 'large' }) {
  return (
    <svg className={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The drawing a theme names, or a folder for one that has none yet. */
export function ThemeIcon({ name }: { name: string | undefined }) {
  const known = name !== undefined && Object.hasOwn(THEME_PATHS, name)
  return (
    <svg className="icon icon-large" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={THEME_PATHS[known ? name : 'folder']} />
    </svg>
  )
}
