/** What an answer does to the session cookie. The token goes into the HttpOnly cookie and nowhere else. */
export type SessionChange =
  | { readonly set: { readonly token: string; readonly expires: Date } }
  | { readonly clear: true }

const CHANGE = Symbol('session change')

/**
 * Hangs a change of the session on a handler's answer. It is no part of the JSON: only the door sees it,
 * so that a script on a page can never read a session token.
 */
export function withSession<T extends object>(answer: T, change: SessionChange): T {
  Object.defineProperty(answer, CHANGE, { value: change, enumerable: false })
  return answer
}

/** The change a handler hung on its answer, if any. */
export function findSessionChange(answer: unknown): SessionChange | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  return (answer as { [CHANGE]?: SessionChange })[CHANGE]
}
