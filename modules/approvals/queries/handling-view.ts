/** How a case changed hands, was joined with another and had its record put right, as its reader may see it. */
import { fieldText, type ServiceItem } from '@mashang/flow'
import { formatDay, legalDayOf, type Words } from '@mashang/kit'
import type { HandlingView, RecordSlip } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { type Handling, IN_ITS_OWN_HANDS, type TransferRecord } from '../rules/handling.ts'
import { looksLikeTheSameMatter } from '../rules/merge.ts'
import type { Standing } from '../rules/reading.ts'
import { type Case, findCase } from '../store/cases.ts'
import { labelOf } from './sentences.ts'

interface Reader {
  readonly id: string
  readonly standing: Standing | undefined
  readonly language: 'zh' | 'en'
}

/** Undefined where nothing happened and this reader has nothing to do about it. */
export async function handlingOf(
  inside: Inside,
  found: Case,
  reader: Reader,
): Promise<HandlingView | undefined> {
  const { handling } = found.application
  const forOffice = reader.standing === 'office'
  const duplicates = forOffice ? await duplicatesOf(inside, found) : []
  if (!handling && duplicates.length === 0) return undefined
  const state = handling ?? IN_ITS_OWN_HANDS
  const { assignee, transfer, mergedInto, mergedIn, proposal, rectified } = state
  const signed = <T extends { readonly at: string; readonly by: { readonly name: string } }>(one: T) => ({
    ...one,
    by: one.by.name,
  })
  const shown = (slips: readonly RecordSlip[]) =>
    slips.map((slip) => slipView(inside, found.item, slip, reader))
  return {
    happened: happenedTo(inside, found.item, state),
    ...(assignee && forOffice ? { assignee: assignee.name } : {}),
    ...(transfer ? { transfer: transferView(inside, transfer) } : {}),
    ...(mergedInto ? { mergedInto: { ...mergedInto.into } } : {}),
    mergedIn: mergedIn.map(({ from: { id, number, submittedAt }, reason }) => ({
      id,
      number,
      submittedAt,
      reason,
    })),
    ...(proposal && forOffice
      ? {
          proposal: {
            ...signed(proposal),
            slips: shown(proposal.slips),
            documents: proposal.documents.map(({ number }) => number),
            own: proposal.by.id === reader.id,
          },
        }
      : {}),
    rectified: rectified.map((one) => ({
      ...signed(one),
      slips: shown(one.slips),
      documents: one.documents.map(({ number }) => number),
      proposedBy: one.proposedBy.name,
    })),
    duplicates,
  }
}

function slipView(inside: Inside, item: ServiceItem, { target, was, is }: RecordSlip, reader: Reader) {
  const [kind, id = ''] = target.split('.')
  const field = kind === 'form' ? item.fields.find((one) => one.id === id) : undefined
  const hidden = reader.standing === 'supervisor' && (field?.personal || kind === 'applicant')
  const text = (value: unknown) => {
    if (hidden) return '***'
    if (!field) return String(value)
    return fieldText(field, value as never, reader.language, inside.city.regions.names)
  }
  return { target, label: slipLabel(item, target), was: text(was), is: text(is) }
}

const slipLabel = (item: ServiceItem, target: string) =>
  target === 'applicant.name' ? { zh: '申请人名称', en: 'Name of the applicant' } : labelOf(item, target)

function transferView(inside: Inside, transfer: TransferRecord): NonNullable<HandlingView['transfer']> {
  const organ = (id: string) => {
    const { name, short } = getOrgan(inside.city, id)
    return { id, name, short }
  }
  const { from, to, reason, basis, at, by, state, sentBack, settled } = transfer
  return {
    from: organ(from),
    to: organ(to),
    reason,
    basis,
    at,
    by: by.name,
    state,
    ...(sentBack ? { sentBack: { ...sentBack, by: sentBack.by.name } } : {}),
    ...(settled ? { settled: { ...settled, by: settled.by.name, organ: organ(settled.organ) } } : {}),
  }
}

/** What happened, in sentences, by when it happened. */
function happenedTo(inside: Inside, item: ServiceItem, handling: Handling): HandlingView['happened'] {
  const { transfer, mergedIn, undone, rectified } = handling
  const merged = mergedIn.map(({ at, from }) => ({
    at,
    words: {
      zh: `重复的办件 ${from.number} 已并入本件，较早的受理日期有效。`,
      en: `The duplicate ${from.number} was merged into this case; the earlier acceptance counts.`,
    },
  }))
  const apart = undone.map(({ at, which, other: { number } }) => ({
    at,
    words:
      which === 'in'
        ? {
            zh: `并入的 ${number} 不是同一件事，已经分出单独办理；本件自己的受理日期有效。`,
            en: `${number} is another matter and was taken out again; this case’s own acceptance counts.`,
          }
        : {
            zh: `本件曾并入 ${number}，合并已经撤销，从原来的环节继续办理。`,
            en: `This case had been merged into ${number}; that was undone, and it goes on from where it stood.`,
          },
  }))
  const put = rectified.map(({ at, slips, documents }) => {
    const labels = slips.map(({ target }) => slipLabel(item, target))
    const again = documents.map(({ number }) => number)
    return {
      at,
      words: {
        zh: `登记中的差错已更正：${labels.map(({ zh }) => zh).join('、')}${again.length > 0 ? `；${again.join('、')} 已重新出具，原件不再使用` : ''}。`,
        en: `A slip of the record was put right: ${labels.map(({ zh, en }) => en ?? zh).join(', ')}${again.length > 0 ? `; ${again.join(', ')} was issued anew and takes the place of the one before` : ''}.`,
      },
    }
  })
  const moved = transfer
    ? [{ at: transfer.settled?.at ?? transfer.at, words: transferWords(inside, transfer) }]
    : []
  return [...moved, ...merged, ...apart, ...put].toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/** Where the case went, and that the clock did not stop for it. */
function transferWords({ city }: Inside, { from, to, state, settled }: TransferRecord): Words {
  const name = (id: string): Words => {
    const { zh, en } = getOrgan(city, id).name
    return { zh, en: en ?? zh }
  }
  const [giver, taker] = [name(from), name(to)]
  if (state === 'offered')
    return {
      zh: `${giver.zh}认为本件应由${taker.zh}办理，已经移送，等待对方接收；办理期限照常计算，您不用重新申请。`,
      en: `${giver.en} holds that ${taker.en} is competent and has offered it the case; the time limits go on, and you need not apply again.`,
    }
  if (state === 'sent-back')
    return {
      zh: `${taker.zh}退回了移送，正在由政务服务中心裁定；办理期限照常计算。`,
      en: `${taker.en} sent the case back; the service centre rules on it, and the time limits go on.`,
    }
  const now = name(settled?.organ ?? to)
  return {
    zh: `本件自 ${formatDay(legalDayOf(settled?.at ?? ''), 'zh')}起由${now.zh}办理；办理期限没有因为移送而停止或者重新计算。`,
    en: `Since ${formatDay(legalDayOf(settled?.at ?? ''), 'en')} ${now.en} handles this case; the time limits neither stopped nor began anew.`,
  }
}

/** What both clocks say of a transfer, beside the days they counted. */
export function clockWords(
  inside: Inside,
  { application }: Pick<Case, 'application'>,
  language: 'zh' | 'en',
) {
  const transfer = application.handling?.transfer
  return transfer ? [transferWords(inside, transfer)[language]] : []
}

const MOST_LOOKED_AT = 8

/** Open cases of the same applicant that look like the same matter; of one applicant there are few. */
async function duplicatesOf(inside: Inside, found: Case): Promise<HandlingView['duplicates']> {
  const { application, item } = found
  if (application.concludedAt) return []
  const rows = await inside.db
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', application.applicant.personId)
    .where('item_code', '=', application.item.code)
    .where('queue', '<>', 'concluded')
    .where('id', '<>', found.id)
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute()
  const others = await Promise.all(rows.map(({ id }) => findCase(inside, id)))
  return others.flatMap((other) => {
    if (!other || !looksLikeTheSameMatter(application, other.application, item)) return []
    const { number, submittedAt, acceptedAt } = other.application
    return [{ id: other.id, number, submittedAt, ...(acceptedAt ? { acceptedAt } : {}) }]
  })
}
