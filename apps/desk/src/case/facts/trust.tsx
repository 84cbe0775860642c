import { EditOutlined, SafetyCertificateOutlined, SolutionOutlined, UploadOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'

const SIGNS: Readonly<Record<'A' | 'B' | 'C' | 'D', ComponentType>> = {
  A: SafetyCertificateOutlined,
  B: SolutionOutlined,
  C: UploadOutlined,
  D: EditOutlined,
}

/** How far a material can be relied on, by letter, sign and word. */
export function Trust({ grade }: { readonly grade: 'A' | 'B' | 'C' | 'D' }) {
  const { t } = useWords()
  const Sign = SIGNS[grade]
  return (
    <span className={`trust trust-${grade.toLowerCase()}`}>
      <span aria-hidden="true">
        <Sign />
      </span>
      {`${grade} ${t(CASE.trustWords[grade])}`}
    </span>
  )
}
