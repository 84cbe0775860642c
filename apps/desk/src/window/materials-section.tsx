import { type FormValues, isRequired, type ServiceItem } from '@mashang/flow'
import { Panel } from '../case/facts/panel.tsx'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { MaterialIntake } from './material-intake.tsx'
import type { IntakeInHand } from './use-intake.ts'

/** ④ Materials: what the city holds is offered first; the rest is scanned, and compared with the original. */
export function MaterialsSection({
  item,
  hand,
}: {
  readonly item: ServiceItem
  readonly hand: IntakeInHand
}) {
  const { t } = useWords()
  const needed = item.materials.filter((material) => isRequired(material, hand.form as FormValues))
  const optional = item.materials.filter(({ required }) => required === false)
  return (
    <Panel title={`④ ${t(WINDOW.stepMaterials)}`}>
      <ul className="window-materials">
        {[...needed, ...optional].map((material) => (
          <MaterialIntake
            key={material.id}
            material={material}
            needed={needed.includes(material)}
            hand={hand}
          />
        ))}
      </ul>
    </Panel>
  )
}
