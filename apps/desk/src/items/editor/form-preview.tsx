import type { Field } from '@mashang/flow'
import { useEffect, useState } from 'react'
import { session } from '../../session/store.ts'
import { EDITOR } from '../../words/editor.ts'
import { useWords } from '../../words/words.ts'

const PAUSE = 500

/** The form as the public site renders it, of what is being edited now. */
export function FormPreview({ fields }: { readonly fields: readonly Field[] }) {
  const { t, language } = useWords()
  const [html, setHtml] = useState('')
  const asked = JSON.stringify(fields)
  useEffect(() => {
    let left = false
    const timer = setTimeout(async () => {
      const page = await renderForm(asked, language)
      if (!left && page !== undefined) setHtml(page)
    }, PAUSE)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked, language])
  return (
    <section className="designer-preview" aria-label={t(EDITOR.livePreview)}>
      <h3>{t(EDITOR.livePreview)}</h3>
      <p className="quiet">{t(EDITOR.livePreviewWhat)}</p>
      <iframe
        title={t(EDITOR.livePreview)}
        className="preview-frame"
        sandbox="allow-same-origin allow-scripts"
        srcDoc={html}
      />
    </section>
  )
}

async function renderForm(fields: string, language: 'zh' | 'en'): Promise<string | undefined> {
  try {
    const body = new URLSearchParams({ _csrf: session.csrfToken(), fields })
    const answer = await fetch(`/drafts-of-items/form?lang=${language}`, { method: 'POST', body })
    return answer.ok ? await answer.text() : undefined
  } catch {
    // Without a connection the last picture stays.
    return undefined
  }
}
