import { Component, type ErrorInfo, type ReactNode } from 'react'
import { refusalOf } from '../api/shown-refusal.ts'
import { SHELL } from '../words/shell.ts'
import { inLanguage } from '../words/words.ts'
import { preferences } from './preferences.ts'

interface State {
  readonly error?: unknown
}

/** A fault of our own takes down one page, not the desk, and says what to do. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    const { language } = preferences.get()
    return (
      <main className="fault" role="alert">
        <p>{inLanguage(refusalOf(this.state.error).words, language)}</p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          {inLanguage(SHELL.retry, language)}
        </button>
      </main>
    )
  }
}
