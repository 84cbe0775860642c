import type { Fields, PageRequest, Trouble } from '@mashang/kit'
import type { FastifyRequest } from 'fastify'
import { comesFromOwnPage } from './forgery.ts'

type Typed = NonNullable<Trouble['typed']>

/** The same of a form without files, which has been read by whatever refuses it. */
export async function findPosted(request: FastifyRequest, publicOrigin: string): Promise<Typed | undefined> {
  const { method, body } = request
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')
  if (method !== 'POST' || !isForm || typeof body !== 'object' || body === null) return undefined
  return findTyped(request, publicOrigin, { takes: 'form', fields: body as Fields })
}

/**
 * What somebody typed into a page of this site that cannot be taken now, because his session or the page's token
 * is no longer good. Only what a browser says it sends from an own page: no other site gets its words repeated.
 */
export async function findTyped(
  request: FastifyRequest,
  publicOrigin: string,
  { takes, fields, uploads }: { takes: Typed['takes']; fields: Fields; uploads?: PageRequest['uploads'] },
): Promise<Typed | undefined> {
  if (!comesFromOwnPage(request, publicOrigin)) return undefined
  // Fields may stand behind the files; those are read past.
  for await (const { upload } of uploads ?? []) for await (const _ of upload.body);
  const { _csrf, ...typed } = fields
  return Object.keys(typed).length > 0 ? { takes, fields: typed } : undefined
}
