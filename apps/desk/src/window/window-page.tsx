import type { WalkIn } from '@mashang/identity/contract'
import { useState } from 'react'
import { PageTitle } from '../shell/page-title.tsx'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { Beginning } from './beginning.tsx'
import { BundleBeginning } from './bundle-beginning.tsx'
import { ItemChoice, type ItemChosen } from './item-choice.tsx'
import { PersonChoice } from './person-choice.tsx'
import { Unfinished } from './unfinished.tsx'

/** 窗口收件: which item, who applies; then the intake itself opens. */
export function WindowPage() {
  const { t } = useWords()
  const [item, setItem] = useState<ItemChosen>()
  const [person, setPerson] = useState<WalkIn>()
  return (
    <div className="page window">
      <PageTitle title={t(WINDOW.title)} trail={[]} />
      <p className="quiet window-lead">{t(WINDOW.lead)}</p>
      <div className="window-begin">
        <div className="window-steps">
          <ItemChoice chosen={item} onChoose={setItem} />
          {item && <PersonChoice chosen={person} onChoose={setPerson} />}
          {item && person && item.items === undefined && (
            <Beginning key={person.id} item={item} person={person} onPerson={setPerson} />
          )}
          {item && person && item.items !== undefined && (
            <BundleBeginning
              key={`${item.code} ${person.id}`}
              bundle={item}
              person={person}
              onPerson={setPerson}
            />
          )}
        </div>
        <Unfinished />
      </div>
    </div>
  )
}
