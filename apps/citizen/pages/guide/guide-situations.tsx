import type { EntryView } from '@mashang/approvals/contract'
import type { Text } from '@mashang/flow'
import { useView } from '../../frame/view.tsx'

/** 业务情形 — which of an item's situations one comes for: each has a guide and a one-time notice of its own. */
export function GuideSituations({ entry }: { entry: EntryView }) {
  const { say, text } = useView()
  const { code, whole, situations } = entry
  if (situations.length === 0) return null
  const all = [whole ?? entry, ...situations]
  return (
    <nav className="situations" aria-labelledby="situations">
      <p id="situations">
        {say(
          '您要办哪一种？材料、期限和一次性告知单各不相同。',
          'Which do you need? Documents, time and one-time notice differ.',
        )}
      </p>
      <ul>
        {all.map((one) => {
          const { said, isChinese } = situationOf(one.name, text)
          return (
            <li key={one.code}>
              <a
                href={`/${one.guide ? 'items' : 'catalogue'}/${encodeURIComponent(one.code)}`}
                aria-current={one.code === code ? 'page' : undefined}
                lang={isChinese ? 'zh-CN' : undefined}
              >
                {said}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** What stands in brackets at the end of a name says which situation it is; a name without them says it whole. */
function situationOf(name: Text, text: (of: Text) => string): { said: string; isChinese: boolean } {
  const whole = text(name)
  const [, bracketed] = /[（(]([^（）()]+)[）)]$/.exec(whole) ?? []
  const said = bracketed ? bracketed.charAt(0).toUpperCase() + bracketed.slice(1) : whole
  return { said, isChinese: name.en === undefined }
}
