import type { ReactNode } from 'react'
import { Emblem } from '../parts/emblem.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { preferHref } from './preferences.ts'
import { useView } from './view.tsx'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export interface Frame {
  readonly title: string
  readonly description?: string
  readonly crumbs?: readonly Crumb[]
  /** Which entry of the navigation this page belongs to. */
  readonly section?: Section
  /** The home page brings its own, larger search box and fills the width. */
  readonly home?: boolean
  /** One thing at a time: while one fills in a form, no search box stands above it. */
  readonly focused?: boolean
  /** Nothing around the main part: it is shown inside another page. */
  readonly bare?: boolean
  /** A script of this page's own, beside the one of all pages. */
  readonly script?: 'receipt' | 'certificate'
  /** The security token, where the frame shows the sign-out button. */
  readonly csrfToken?: string
}

/** Stands in the frame where the main part goes: that is rendered once and kept, the frame for each visitor. */
export const MAIN_GOES_HERE = '\u2063main\u2063'

export type Section = 'home' | 'items' | 'track' | 'verify' | 'help' | 'mine'

export function Layout(frame: Frame) {
  const { language, preferences, assets, city, say } = useView()
  const site = say(
    `${city.name.zh}政务服务 马上办`,
    `${city.name.en ?? city.name.zh} Public Services · Mashang`,
  )
  return (
    <html
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      data-contrast={preferences.highContrast ? 'high' : undefined}
      data-edition={preferences.elder ? 'elder' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#06335f" />
        <meta name="format-detection" content="telephone=no" />
        <title>{frame.home ? site : `${frame.title} - ${site}`}</title>
        {frame.description ? <meta name="description" content={frame.description} /> : null}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script} />
        {frame.script ? <script type="module" src={assets[frame.script]} /> : null}
      </head>
      <body className={frame.home ? 'page-home' : undefined}>
        {frame.bare ? null : (
          <a className="skip" href="#main">
            {say('跳到正文', 'Skip to the content')}
          </a>
        )}
        {frame.bare ? null : <Header {...frame} />}
        {frame.crumbs ? <Crumbs crumbs={frame.crumbs} title={frame.title} /> : null}
        <main id="main" tabIndex={-1}>
          {MAIN_GOES_HERE}
        </main>
        {frame.bare ? null : <Footer />}
      </body>
    </html>
  )
}

function Header({ home, focused, section, csrfToken }: Frame) {
  const { city, say } = useView()
  return (
    <header className="top">
      {city.demo ? (
        <p className="demo-strip">
          <span className="wrap">
            {say(
              '演示系统：人物、企业和文书均为虚构，不产生法律效力。',
              'A demonstration: people, enterprises and documents are invented and have no legal effect.',
            )}
          </span>
        </p>
      ) : null}
      <Tools csrfToken={csrfToken} />
      <div className="wrap brand-row">
        <a className="brand" href="/">
          <Emblem />
          <span className="brand-name">
            {say(`${city.name.zh}政务服务`, `${city.name.en ?? city.name.zh} Public Services`)}
            <span className="brand-sub">{say('马上办', 'Mashang 马上办')}</span>
          </span>
        </a>
        {home || focused ? null : <SearchBox size="small" />}
      </div>
      <MainNav section={section} />
    </header>
  )
}

/** 长辈版, contrast, language, account: links and forms, so that they work everywhere. */
function Tools({ csrfToken }: { csrfToken: string | undefined }) {
  const { preferences, language, url, say } = useView()
  const tools: readonly (readonly [
    IconName,
    string,
    Readonly<Record<string, string>>,
    'zh-CN' | 'en' | undefined,
  ])[] = [
    [
      'larger',
      preferences.elder ? say('标准版', 'Standard') : say('长辈版', 'Larger'),
      { edition: preferences.elder ? '' : 'elder' },
      undefined,
    ],
    [
      'contrast',
      preferences.highContrast ? say('普通对比', 'Normal contrast') : say('高对比', 'Contrast'),
      { contrast: preferences.highContrast ? '' : 'high' },
      undefined,
    ],
    [
      'globe',
      language === 'zh' ? 'English' : '中文',
      { language: language === 'zh' ? 'en' : 'zh' },
      language === 'zh' ? 'en' : 'zh-CN',
    ],
  ]
  return (
    <div className="tools">
      <div className="wrap">
        <nav aria-label={say('显示、语言与账号', 'Display, language and account')}>
          <ul>
            {tools.map(([icon, label, change, lang]) => (
              <li key={icon}>
                <a href={preferHref(change, url)} rel="nofollow" lang={lang} hrefLang={lang}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
            <Account csrfToken={csrfToken} />
          </ul>
        </nav>
      </div>
    </div>
  )
}

function Account({ csrfToken }: { csrfToken: string | undefined }) {
  const { who, url, say } = useView()
  if (who.kind !== 'citizen') {
    const next = url.startsWith('/sign-') || url === '/' ? '' : `?${new URLSearchParams({ next: url })}`
    return (
      <li className="tools-account">
        <a href={`/sign-in${next}`} rel="nofollow">
          <Icon name="person" />
          {say('登录', 'Sign in')}
        </a>
      </li>
    )
  }
  return (
    <>
      <li className="tools-account">
        <a href="/my/account">
          <Icon name="person" />
          {who.name}
        </a>
      </li>
      {csrfToken ? (
        <li className="tools-sign-out">
          <form method="post" action="/sign-out">
            <input type="hidden" name="_csrf" value={csrfToken} />
            <button type="submit" className="tools-button">
              <Icon name="sign-out" />
              {say('退出', 'Sign out')}
            </button>
          </form>
        </li>
      ) : null}
    </>
  )
}

function MainNav({ section }: { section: Section | undefined }) {
  const { say } = useView()
  const entries: readonly (readonly [Section, string, string])[] = [
    ['home', '/', say('首页', 'Home')],
    ['items', '/items', say('办事', 'Services')],
    ['track', '/track', say('查进度', 'Track')],
    ['verify', '/verify', say('核验', 'Verify')],
    ['mine', '/my/applications', say('我的', 'Mine')],
  ]
  return (
    <nav className="main-nav" aria-label={say('主导航', 'Main')}>
      <ul className="wrap">
        {entries.map(([id, href, label]) => (
          <li key={id}>
            <a href={href} aria-current={id === section ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Crumbs({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }): ReactNode {
  const { say } = useView()
  return (
    <nav className="crumbs wrap" aria-label={say('所在位置', 'You are here')}>
      <ol>
        <li>
          <a href="/">{say('首页', 'Home')}</a>
        </li>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

function Footer() {
  const { city, say, text } = useView()
  return (
    <footer className="foot">
      <div className="wrap foot-grid">
        <div>
          <p className="foot-name">{text(city.centre)}</p>
          <p>
            {say('政务服务便民热线', 'City hotline')}{' '}
            <a href={`tel:${city.hotline}`} className="foot-phone">
              {city.hotline}
            </a>
            {say('（电话人工服务）', ' (by telephone)')}
          </p>
        </div>
        <nav aria-label={say('关于本站', 'About this site')}>
          <ul>
            <li>
              <a href="/help">{say('办事帮助', 'Help')}</a>
            </li>
            <li>
              <a href="/questions">{say('常见问题', 'Questions often asked')}</a>
            </li>
            <li>
              <a href="/projects/public">{say('投资项目公开', 'Public projects')}</a>
            </li>
            <li>
              <a href="/announcements">{say('公示公告', 'Announcements')}</a>
            </li>
            <li>
              <a href="/figures">{say('政务公开数据', 'Public figures')}</a>
            </li>
            <li>
              <a href="/ratings">{say('好差评', 'Ratings')}</a>
            </li>
            <li>
              <a href="/about">{say('关于本站', 'About')}</a>
            </li>
            <li>
              <a href="/accessibility">{say('无障碍声明', 'Accessibility')}</a>
            </li>
            <li>
              <a href="/privacy">{say('个人信息保护', 'Privacy')}</a>
            </li>
          </ul>
        </nav>
      </div>
      <p className="wrap foot-note">
        {say(
          '马上办是开放源代码的政务服务系统，Apache-2.0 许可。',
          'Mashang is open-source software for public service centres, under the Apache-2.0 licence.',
        )}
      </p>
    </footer>
  )
}
