import { type Handlers, type Language, type Refusal, refuse, type Stream } from '@mashang/kit'
import type { catalogueEndpoints } from '../contract/index.ts'
import { bookOf } from './guide-book.ts'
import type { CatalogueInside } from './needs.ts'
import { formOf, noticeOf, type Printing, printingOf } from './print-data.ts'

type Prints = Pick<
  Handlers<typeof catalogueEndpoints>,
  'printItemNotice' | 'printMaterialForm' | 'printGuideBook'
>

/** A print carries its day; within it any cache may keep it for an hour. */
const MAX_AGE = 3600

/** The one-time notice and the forms as PDF; the typesetter keeps what it has made for the next reader. */
export function printQueries(inside: CatalogueInside): Prints {
  return {
    printItemNotice: async ({ params, language }) => {
      const printing = await findPrinting(inside, params.code, language)
      if (!printing) return refuse('item-not-found', { facts: { code: params.code } })
      const pdf = await inside.documents.render('one-time-notice', noticeOf(printing), language)
      return streamOf(printing, pdf, language === 'zh' ? '一次性告知单' : 'one-time notice')
    },
    printMaterialForm: async ({ params, query, language }) => {
      const printing = await findPrinting(inside, params.code, language, query.version)
      if (!printing) return refuse('item-not-found', { facts: { code: params.code } })
      return printForm(inside, printing, params)
    },
    printGuideBook: async ({ query, language }) => {
      const book = await bookOf(inside, query.organ, language)
      if (!book) return refuse('no-guides-of-organ', { facts: { organ: query.organ ?? '' } })
      const pdf = await inside.documents.render('guide-book', book, language)
      const name = [book.title, book.subtitle].filter(Boolean).join(' ')
      return {
        type: 'application/pdf',
        filename: `${name}.pdf`,
        size: pdf.length,
        inline: true,
        maxAge: MAX_AGE,
        body: pdf,
      }
    },
  }
}

/** The form of one material, blank or as a sample, of any version. */
export async function printForm(
  inside: CatalogueInside,
  printing: Printing,
  { material: id, copy }: { readonly material: string; readonly copy: 'blank.pdf' | 'sample.pdf' },
): Promise<Stream | Refusal> {
  const { language } = printing
  const fillIn = printing.item.materials.find((one) => one.id === id)?.['fill-in']
  if (!fillIn) return refuse('material-has-no-form', { facts: { material: id } })
  const use = copy === 'blank.pdf' ? 'blank' : 'sample'
  const form = formOf(printing, fillIn, use)
  const pdf = await inside.documents.render(`${use}-form`, form, language)
  const suffix = { blank: { zh: '空表', en: 'blank' }, sample: { zh: '样表', en: 'sample' } }[use][language]
  return streamOf(printing, pdf, `${form.title}（${suffix}）`, `${id}-${use}`)
}

async function findPrinting(
  inside: CatalogueInside,
  code: string,
  language: Language,
  version?: number,
): Promise<Printing | undefined> {
  const published = await inside.catalogue.findPublished(code, version)
  if (!published) return undefined
  return printingOf(inside, published.item, language)
}

function streamOf(printing: Printing, pdf: Uint8Array, what: string, part = 'notice'): Stream {
  const { item, date, language } = printing
  return {
    type: 'application/pdf',
    filename: `${item.name[language] ?? item.name.zh} ${what}.pdf`,
    size: pdf.length,
    inline: true,
    etag: `${item.code}-${item.version}-${part}-${language}-${date}`,
    maxAge: MAX_AGE,
    body: pdf,
  }
}
