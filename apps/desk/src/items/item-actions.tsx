import { DownOutlined } from '@ant-design/icons'
import type { CatalogueRow, ItemOpened } from '@mashang/approvals/contract'
import type { Words } from '@mashang/kit'
import { App, Button, Dropdown } from 'antd'
import { type ComponentType, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { approvals } from '../api/calls.ts'
import { useMe } from '../session/use-session.ts'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ITEMS } from '../words/items.ts'
import { OFFICE } from '../words/office.ts'
import { useWords } from '../words/words.ts'
import {
  type DialogProps,
  DiscardDialog,
  PublishDialog,
  ReviewDialog,
  SubmitDialog,
} from './office/approval-dialogs.tsx'
import { CancelDialog, SuspendDialog } from './office/ending-dialogs.tsx'
import { CopyDialog, SplitDialog } from './office/start-dialogs.tsx'

/** One thing that may be done, in its own dialog or at once. */
interface Act {
  readonly key: string
  readonly label: Words
  readonly dialog: ComponentType<DialogProps>
  readonly primary?: boolean
  readonly disabled?: boolean
}

const Approve = (props: DialogProps) => <ReviewDialog {...props} approved />
const Return = (props: DialogProps) => <ReviewDialog {...props} approved={false} />

/** What may be done with a version in its state: the first is the next thing to do, the last are under “more”. */
function actsOf({ row, findings }: ItemOpened, isAuthor: boolean): readonly Act[] {
  const copy: Act = { key: 'copy', label: OFFICE.copy, dialog: CopyDialog }
  const takeBack: Act = { key: 'return', label: isAuthor ? OFFICE.recall : OFFICE.return, dialog: Return }
  switch (row.status) {
    case 'draft':
      return [
        {
          key: 'submit',
          label: OFFICE.submit,
          dialog: SubmitDialog,
          primary: true,
          disabled: findings.length > 0,
        },
        copy,
        { key: 'discard', label: OFFICE.discard, dialog: DiscardDialog },
      ]
    case 'submitted':
      return [
        { key: 'approve', label: OFFICE.approve, dialog: Approve, primary: true, disabled: isAuthor },
        takeBack,
      ]
    case 'approved':
      return [{ key: 'publish', label: ITEMS.publish, dialog: PublishDialog, primary: true }, takeBack]
    case 'published':
    case 'suspended': {
      const ends = row.cancelledOn !== undefined
      return [
        {
          key: 'suspend',
          label: row.status === 'suspended' ? ITEMS.resume : ITEMS.suspend,
          dialog: SuspendDialog,
        },
        copy,
        ...(ends
          ? []
          : [
              { key: 'split', label: OFFICE.split, dialog: SplitDialog },
              { key: 'cancel', label: OFFICE.cancel, dialog: CancelDialog },
            ]),
      ]
    }
    default:
      return [copy]
  }
}

const AT_HAND = 2

export function ItemActions({ opened }: { readonly opened: ItemOpened }) {
  const { t } = useWords()
  const me = useMe()
  const [open, setOpen] = useState<string>()
  const { row } = opened
  const isAuthor = row.office.authors?.some(({ id }) => id === me.id) ?? false
  const acts = actsOf(opened, isAuthor)
  const shown = acts.find(({ key }) => key === open)
  const more = acts.slice(AT_HAND)
  return (
    <>
      {acts.slice(0, AT_HAND).map((act) => (
        <Button
          key={act.key}
          type={act.primary ? 'primary' : 'default'}
          disabled={act.disabled ?? false}
          onClick={() => setOpen(act.key)}
        >
          {t(act.label)}
        </Button>
      ))}
      {row.status === 'draft' && (
        <Link to={`/items/${encodeURIComponent(row.code)}/${row.version}/edit`} className="button-link">
          {t(OFFICE.edit)}
        </Link>
      )}
      {row.publishedAt === undefined && row.status !== 'discarded' && (
        <a
          className="button-link"
          href={`/items/${encodeURIComponent(row.code)}/draft/${row.version}`}
          target="_blank"
          rel="noreferrer"
        >
          {t(OFFICE.preview)}
        </a>
      )}
      {(row.status === 'published' || row.status === 'suspended') && <ReviseButton row={row} />}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ key, label }) => ({ key, label: t(label) })),
            onClick: ({ key }) => setOpen(key),
          }}
        >
          <Button>
            {t(OFFICE.more)} <DownOutlined aria-hidden="true" />
          </Button>
        </Dropdown>
      )}
      {shown && <shown.dialog opened={opened} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** 修订 begins at once: there is nothing to ask. */
function ReviseButton({ row }: { readonly row: CatalogueRow }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { pending, refusal, write } = useWrite<{ drafts: readonly CatalogueRow[] }>()
  async function revise() {
    const input = { from: 'revision' as const, item: { code: row.code, version: row.version } }
    const begun = await write(input, (key) => approvals.startItemDraft({ input, key }))
    const draft = begun?.drafts[0]
    if (!draft) return
    void message.success(t(OFFICE.begun))
    navigate(`/items/${encodeURIComponent(draft.code)}/${draft.version}/edit`)
  }
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void revise()}>
        {t(OFFICE.revise)}
      </Button>
      {refusal && (
        <div className="page-refusal">
          <RefusalNote refusal={refusal} />
        </div>
      )}
    </>
  )
}
