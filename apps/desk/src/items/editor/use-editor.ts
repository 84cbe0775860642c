import type { Finding, ItemOpened } from '@mashang/approvals/contract'
import { compareItems } from '@mashang/flow'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { approvals } from '../../api/calls.ts'
import { isShown } from '../../api/client.ts'
import { useDraft } from '../../case/actions/use-draft.ts'
import { useWrite } from '../../show/use-write.ts'
import { checkQuery } from '../items-query.ts'
import { isRec, placed, type Rec, withValue } from './paths.ts'

/** What is being written: begun on this revision, with that content. */
interface Work {
  readonly revision: number
  readonly base: unknown
  readonly definition: unknown
}

const PAUSE = 400

/** A draft in hand: what is typed outlives a reload, is checked as it is typed, and is saved on the revision it began with. */
export function useEditor(opened: ItemOpened) {
  const { code, version } = opened.row
  const client = useQueryClient()
  const fresh: Work = {
    revision: opened.revision,
    base: opened.definition,
    definition: opened.definition,
  }
  const [work, setWork, endWork] = useDraft<Work>(`item:${code}`, String(version), fresh)
  const findings = useChecks(work.definition, opened.findings)
  const { pending, refusal, write } = useWrite<ItemOpened>()
  const changed = compareItems(work.base, work.definition).length > 0
  const params = { code, version }

  async function save(): Promise<boolean> {
    const input = { expected: work.revision, definition: work.definition }
    const saved = await write(input, (key) => approvals.saveItemDraft({ params, input, key }))
    if (!saved) {
      await client.invalidateQueries({ queryKey: checkQuery(code, version).queryKey })
      return false
    }
    endWork()
    client.setQueryData(checkQuery(code, version).queryKey, saved)
    void client.invalidateQueries({ queryKey: ['catalogue'] })
    setWork({ revision: saved.revision, base: saved.definition, definition: saved.definition })
    return true
  }

  return {
    definition: work.definition,
    findings,
    changed,
    saving: pending,
    refusal,
    /** Somebody else's newer content, while there is something of one's own. */
    conflict: opened.revision > work.revision && changed ? conflictOf(work, opened) : undefined,
    set: (path: string, value: unknown) =>
      setWork({ ...work, definition: withValue(work.definition, path, value) }),
    setAll: (definition: unknown) => setWork({ ...work, definition }),
    save,
    takeTheirs: () => setWork(fresh),
    merge: () => setWork({ ...fresh, definition: mergedOf(work, opened.definition) }),
  }
}

/** What the other changed since this work began, and which elements both did. */
function conflictOf(work: Work, opened: ItemOpened) {
  const theirs = compareItems(work.base, opened.definition)
  const mine = new Set(compareItems(work.base, work.definition).map(({ element }) => element))
  return {
    by: opened.row.office.authors?.at(-1)?.name ?? '',
    theirs,
    both: [...new Set(theirs.map(({ element }) => element))].filter((element) => mine.has(element)),
  }
}

/** Their version with every element that was changed here as it is here. */
function mergedOf(work: Work, theirs: unknown): unknown {
  const mine: Rec = isRec(work.definition) ? work.definition : {}
  const changed = new Set(compareItems(work.base, work.definition).map(({ element }) => element))
  return [...changed].reduce<unknown>((merged, element) => withValue(merged, element, mine[element]), theirs)
}

/** The findings of what is typed, a moment after the last key; until then those before. */
function useChecks(definition: unknown, first: readonly Finding[]): readonly Finding[] {
  const [found, setFound] = useState(first)
  const asked = JSON.stringify(definition)
  useEffect(() => {
    let left = false
    const timer = setTimeout(async () => {
      const answer = await approvals.checkDefinition({ input: { definition: JSON.parse(asked) } })
      if (!left && !isShown(answer) && 'findings' in answer) setFound(answer.findings)
    }, PAUSE)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked])
  return useMemo(
    () => found.map((one) => ({ ...one, path: placed(JSON.parse(asked), one.path) })),
    [found, asked],
  )
}
