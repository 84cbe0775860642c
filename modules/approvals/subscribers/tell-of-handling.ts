import type { Subscriber } from '@mashang/store'
import type { ApplicationEntries, ApplicationEntryKind } from '../contract/index.ts'
import { type Addressee, getOrgan, type Inside } from '../inside.ts'
import { getCase } from '../store/cases.ts'

/** Tells the applicant when his case changes hands, is joined with another, or its record is put right. */
export function tellOfHandling(inside: Inside): Subscriber {
  return {
    name: 'approvals.tell-of-handling',
    streams: ['application'],
    kinds: ['transfer-offered', 'transfer-taken', 'transfer-ruled', 'merged', 'merge-undone', 'rectified'],
    handle: async ({ caseId, kind, content }) => {
      const { application } = await getCase(inside, caseId)
      const { applicant, number } = application
      const to: Addressee = {
        personId: applicant.personId,
        code: applicant.kind === 'person' ? applicant.idCard : applicant.uscc,
      }
      const words = wordsFor(inside, number, kind as ApplicationEntryKind, content)
      if (words) await inside.tellHolder(to, words)
    },
  }
}

function wordsFor(
  { city }: Inside,
  number: string,
  kind: ApplicationEntryKind,
  content: unknown,
): string | undefined {
  switch (kind) {
    case 'transfer-offered':
    case 'transfer-taken':
    case 'transfer-ruled': {
      const organ = getOrgan(city, (content as ApplicationEntries['transfer-taken']).to).name.zh
      return kind === 'transfer-offered'
        ? `您的办件 ${number} 应由${organ}办理，已经移送。办理期限照常计算，您不用重新申请。`
        : `您的办件 ${number} 现在由${organ}办理，办理期限照常计算。`
    }
    case 'merged': {
      const { into } = content as ApplicationEntries['merged']
      return `您的办件 ${number} 与 ${into.number} 重复，已经合并到 ${into.number} 继续办理，较早的受理日期有效。`
    }
    case 'merge-undone': {
      const { into } = content as ApplicationEntries['merge-undone']
      return `您的办件 ${number} 不应并入 ${into.number}，合并已经撤销：两件分别继续办理，各自的受理日期和办理期限有效，您不用重新申请。`
    }
    case 'rectified':
      return `您的办件 ${number} 登记中的差错已经更正，请在办件页面查看更正的内容和重新出具的文书。`
    default:
      return undefined
  }
}
