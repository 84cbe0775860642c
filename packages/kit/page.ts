import type { Access, Client, Endpoints, Stream, Upload } from './endpoint.ts'
import type { Refusal } from './refusal.ts'
import type { Who } from './who.ts'

/** Fields of a form or of a query, decoded; a name given several times is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/**
 * One page of a site rendered on the server.
 *
 * The door finds who asks, checks `access` (an anonymous visitor is led to the site's sign-in page and back,
 * anyone else is shown `not-allowed`), and for a POST checks origin and `_csrf` before `render` is called.
 */
export interface Page {
  readonly method: 'GET' | 'POST'
  /** With `:name` for parameters. */
  readonly path: string
  readonly access: Access
  /** What a POST sends; the default is `form` (urlencoded). */
  readonly takes?: 'form' | 'multipart'
  /** Requests a minute from one caller, where it differs from the server's default. */
  readonly perMinute?: number
  render(request: PageRequest): Promise<PageAnswer>
}

export interface PageRequest {
  readonly who: Who
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  /**
   * The form's fields. Of a multipart form at first only those that stand before its first file (`_csrf` must),
   * and all of them once `uploads` has been read to its end.
   */
  readonly form: Fields
  /** Files of a multipart form in their order, each to be read before the next; empty choices are left out. */
  readonly uploads: AsyncIterable<{ readonly field: string; readonly upload: Upload }>
  readonly language: 'zh' | 'en'
  /** For the hidden field `_csrf` of every POST form. Read it only where there is a form: it may set a cookie. */
  readonly csrfToken: string
  /** Path and query as asked for, e.g. `/items?q=…`. */
  readonly url: string
  /** Public address of the site without a slash at the end, e.g. `https://example.gov.cn`. */
  readonly origin: string
  readonly cookies: Readonly<Record<string, string>>
  /** `nonce-…` value that the Content-Security-Policy of this answer allows for inline `<script>` and `<style>`. */
  readonly nonce: string
  /**
   * A client in the process that goes through the same door as HTTP: access, validation, row rules.
   * A sign-in or sign-out through it sets the session cookie of this page's answer by itself.
   */
  client<T extends Endpoints>(table: T): Client<T>
}

/** A preference kept in the browser (language, 长辈版); never anything secret. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  /** 0 removes it. */
  readonly maxAgeDays: number
}

export type PageAnswer =
  | {
      readonly html: string
      /** Default 200. */
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly cookies?: readonly SetCookie[]
    }
  /** 303 See Other; an own path, e.g. `/my/applications`. */
  | { readonly redirect: string; readonly cookies?: readonly SetCookie[] }
  | Stream

/** What the door shows in place of a page. */
export interface Trouble {
  readonly refusal: Refusal
  readonly status: number
  /** What was typed into an own form that cannot be taken as things stand (`_csrf` left out): to be sent once more. */
  readonly typed?: { readonly takes: 'form' | 'multipart'; readonly fields: Fields }
}

/** A whole site, as the composition root mounts it. */
export interface Site {
  readonly pages: readonly Page[]
  /** Own path of the page to sign in at; the door adds `?next=` with the page that was asked for. */
  readonly signIn: string
  /** A refusal as a page of the site: not found, not allowed, expired session, a bug with its id in `facts.id`. */
  renderTrouble(request: PageRequest, trouble: Trouble): string
  /** Folder of scripts, styles and pictures, served under `prefix`; a name with a content hash is cached for good. */
  readonly assets?: { readonly prefix: string; readonly folder: string }
}
