import { everyone } from '@mashang/kit'
import type { ReactNode } from 'react'
import type { Route } from '../frame/route.ts'
import { useView, type View } from '../frame/view.tsx'
import { About } from './articles/about.tsx'
import { Accessibility } from './articles/accessibility.tsx'
import { Help } from './articles/help.tsx'
import { Privacy } from './articles/privacy.tsx'

type Say = View['say']

/** Short pages written by us, each with the way to the others beside it. */
const ARTICLES: readonly {
  readonly path: string
  readonly title: (say: Say) => string
  readonly Body: () => ReactNode
}[] = [
  { path: '/help', title: (say) => say('办事帮助', 'Help'), Body: Help },
  { path: '/about', title: (say) => say('关于本站', 'About this site'), Body: About },
  { path: '/accessibility', title: (say) => say('无障碍声明', 'Accessibility'), Body: Accessibility },
  { path: '/privacy', title: (say) => say('个人信息保护', 'Privacy'), Body: Privacy },
]

export const articleRoutes: readonly Route[] = ARTICLES.map(({ path, title, Body }) => ({
  method: 'GET',
  path,
  access: everyone,
  shared: true,
  async show({ view: { say } }) {
    return {
      title: title(say),
      section: 'help',
      crumbs: [],
      main: (
        <div className="wrap article-page">
          <h1>{title(say)}</h1>
          <article className="sheet article">
            <Body />
          </article>
          <Side path={path} />
        </div>
      ),
    }
  },
}))

function Side({ path }: { path: string }) {
  const { say, city } = useView()
  return (
    <aside className="article-side" aria-label={say('更多帮助', 'More help')}>
      <nav className="sheet" aria-label={say('帮助和说明', 'Help and about')}>
        <ul>
          {ARTICLES.map((article) => (
            <li key={article.path}>
              <a href={article.path} aria-current={article.path === path ? 'page' : undefined}>
                {article.title(say)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sheet">
        <p className="article-call">
          <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        </p>
        <p>
          {say(
            '说不清、找不到、办不了，都可以打这个电话。',
            'Call this number whenever you are unsure, cannot find it, or cannot manage.',
          )}
        </p>
      </div>
    </aside>
  )
}
