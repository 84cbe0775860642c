import { scopeWords } from 'virtual:contract'
import type { MachineKey } from '@mashang/identity/contract'
import { Button } from 'antd'
import { DataTable } from '../show/data-table.tsx'
import { shortInstant } from '../show/dates.ts'
import { API_KEYS } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly keys: readonly MachineKey[]
  onRevoke(key: MachineKey): void
}

export function KeysTable({ keys, onRevoke }: Props) {
  const { t, language } = useWords()
  const now = new Date()
  return (
    <DataTable
      label={t(SHELL.keys)}
      rows={keys}
      keyOf={(key) => key.id}
      classOf={(key) => (key.revokedAt ? 'row-off' : '')}
      columns={[
        {
          key: 'name',
          phone: 'title',
          label: t(API_KEYS.name),
          kind: 'wide',
          cell: (key) => <strong>{key.name}</strong>,
        },
        {
          key: 'scopes',
          phone: 'bare',
          label: t(API_KEYS.scopes),
          kind: 'wide',
          cell: (key) =>
            key.scopes.map((scope) => t(scopeWords[scope])).join(language === 'zh' ? '、' : ', '),
        },
        {
          key: 'created',
          label: t(API_KEYS.created),
          kind: 'tight',
          cell: (key) => shortInstant(key.createdAt, now),
        },
        {
          key: 'used',
          label: t(API_KEYS.used),
          kind: 'tight',
          cell: (key) => (key.lastUsedAt ? shortInstant(key.lastUsedAt, now) : t(API_KEYS.never)),
        },
        {
          key: 'state',
          phone: 'beside',
          label: t(API_KEYS.state),
          kind: 'tight',
          cell: (key) =>
            key.revokedAt ? (
              <span className="tag tag-quiet">{t(API_KEYS.revoked)}</span>
            ) : (
              <span className="tag tag-done">{t(API_KEYS.valid)}</span>
            ),
        },
        {
          key: 'revoke',
          phone: 'bare',
          label: t(API_KEYS.revoke),
          kind: 'tight',
          cell: (key) =>
            !key.revokedAt && (
              <Button
                size="small"
                danger
                onClick={() => onRevoke(key)}
                aria-label={`${t(API_KEYS.revoke)} ${key.name}`}
              >
                {t(API_KEYS.revoke)}
              </Button>
            ),
        },
      ]}
    />
  )
}
