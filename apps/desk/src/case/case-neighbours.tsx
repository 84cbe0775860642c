import { ArrowLeftOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { neighbours, recallOrder } from '../inbox/case-order.ts'
import { useKey } from '../shell/keyboard.ts'
import { CASE } from '../words/case.ts'
import { useWords } from '../words/words.ts'

/** Back to the list, and on to the next case of it: `u`, `j`, `k`. */
export function CaseNeighbours({ id }: { readonly id: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [order] = useState(recallOrder)
  const { before, after } = neighbours(order, id)
  const press = useCallback(
    (key: string) => {
      const to =
        key === 'u' ? order.from : key === 'j' ? after && `/cases/${after}` : before && `/cases/${before}`
      if (to) void navigate(to)
      return to !== undefined
    },
    [order, before, after, navigate],
  )
  useKey('u j k', press)
  return (
    <>
      <Button
        icon={<ArrowLeftOutlined />}
        onClick={() => press('u')}
        aria-label={t(CASE.back)}
        title={`${t(CASE.back)} (u)`}
      >
        {t(CASE.back)}
      </Button>
      <Button
        icon={<LeftOutlined />}
        disabled={!before}
        onClick={() => press('k')}
        aria-label={t(CASE.before)}
        title={`${t(CASE.before)} (k)`}
      >
        {t(CASE.before)}
      </Button>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={!after}
        onClick={() => press('j')}
        aria-label={t(CASE.after)}
        title={`${t(CASE.after)} (j)`}
      >
        {t(CASE.after)}
      </Button>
      <Button
        className="wide-only"
        icon={<PrinterOutlined />}
        onClick={() => window.print()}
        aria-label={t(CASE.print)}
        title={t(CASE.print)}
      />
    </>
  )
}
