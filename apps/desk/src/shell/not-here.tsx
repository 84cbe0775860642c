import type { Words } from '@mashang/kit'
import { Link } from 'react-router'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { PageTitle } from './page-title.tsx'

export function NotFound() {
  return <NotHere title={SHELL.notFound} hint={SHELL.notFoundHint} />
}

export function NotYours() {
  return <NotHere title={SHELL.notYours} hint={SHELL.notYoursHint} />
}

function NotHere({ title, hint }: { readonly title: Words; readonly hint: Words }) {
  const { t } = useWords()
  return (
    <div className="page">
      <PageTitle trail={[]} title={t(title)} />
      <p>{t(hint)}</p>
      <p>
        <Link to="/">{t(SHELL.home)}</Link>
      </p>
    </div>
  )
}
