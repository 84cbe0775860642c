import { approvalsRoutes, identityRoutes } from 'virtual:contract'
import type { Words } from '@mashang/kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { approvals, identity } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { useMayUse } from '../session/use-session.ts'
import { STATUS_WORDS } from '../words/inbox.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

/** One thing found, and where it is. */
export interface Found {
  readonly group: Words
  readonly title: string
  readonly detail: string
  readonly to: string
}

const MOST = 8

/** Cases, items and people whose words match; each kind only for those who may see it. */
export function useSearch(typed: string): { readonly found: readonly Found[]; readonly searching: boolean } {
  const text = useSettled(typed.trim())
  const { t } = useWords()
  const may = useMayUse()
  const asked = text !== ''
  const cases = useQuery({
    queryKey: ['search', 'cases', text],
    queryFn: () => answerOf(approvals.findCaseByNumber({ query: { text } })),
    enabled: asked && may(approvalsRoutes.findCaseByNumber),
  })
  const items = useQuery({
    queryKey: ['search', 'items', text],
    queryFn: () => answerOf(approvals.suggestItems({ query: { text } })),
    enabled: asked,
  })
  const people = useQuery({
    queryKey: ['search', 'people', text],
    queryFn: () => answerOf(identity.listStaff({ query: { search: text.slice(0, 40) } })),
    enabled: asked && may(identityRoutes.listStaff),
  })
  const found: readonly Found[] = [
    ...(cases.data?.rows ?? []).slice(0, MOST).map((row) => ({
      group: SHELL.searchCases,
      title: row.number,
      detail: [t(row.item.name), row.applicant, t(STATUS_WORDS[row.status])].join(' · '),
      to: `/cases/${row.id}`,
    })),
    ...(items.data?.suggestions ?? []).slice(0, MOST).map((item) => ({
      group: SHELL.searchItems,
      title: t(item.name),
      detail: t(item.organ),
      to: `/guide/${encodeURIComponent(item.code)}`,
    })),
    ...(people.data?.staff ?? []).slice(0, MOST).map((person) => ({
      group: SHELL.searchPeople,
      title: person.name,
      detail: person.account,
      to: `/people?search=${encodeURIComponent(person.account)}`,
    })),
  ]
  const searching = text !== typed.trim() || cases.isFetching || items.isFetching || people.isFetching
  return { found: asked ? found : [], searching }
}

/** The text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
