import type { Basis } from '@mashang/flow'

/** Law and article, in the language in which they are in force. */
export function BasisOf({ basis }: { basis: Basis }) {
  return (
    <span lang="zh-CN">
      《{basis.law}》{basis.article}
    </span>
  )
}
