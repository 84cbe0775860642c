import { PlusOutlined } from '@ant-design/icons'
import type { MachineKey } from '@mashang/identity/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { API_KEYS } from '../words/people.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { AddKey } from './add-key.tsx'
import { keysQuery } from './keys-query.ts'
import { KeysTable } from './keys-table.tsx'

export function KeysPage() {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const query = useQuery(keysQuery)
  const [adding, setAdding] = useState(false)
  const { refusal, write } = useWrite<MachineKey>()
  const keys = query.data ?? []

  async function revoke({ id }: MachineKey) {
    const done = await write({ id }, (key) => identity.revokeKey({ params: { id }, key }))
    void client.invalidateQueries({ queryKey: keysQuery.queryKey })
    if (done) void message.success(t(API_KEYS.revokedDone))
  }

  function ask(key: MachineKey) {
    modal.confirm({
      title: t(API_KEYS.revokeAsk(key.name)),
      content: t(API_KEYS.revokeWhat),
      okText: t(API_KEYS.revoke),
      okButtonProps: { danger: true },
      cancelText: t(SHELL.cancel),
      onOk: () => void revoke(key),
    })
  }

  return (
    <div className="page">
      <PageTitle title={t(SHELL.keys)} trail={[]}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t(API_KEYS.add)}
        </Button>
      </PageTitle>
      <p className="quiet lead">{t(API_KEYS.lead)}</p>
      <RefusalNote refusal={refusal} />
      {query.isPending && <Loading rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && keys.length === 0 && <Empty title={t(API_KEYS.none)} />}
      {keys.length > 0 && <KeysTable keys={keys} onRevoke={ask} />}
      {adding && <AddKey onClose={() => setAdding(false)} />}
    </div>
  )
}
