import type { ItemGuide } from '@mashang/approvals/contract'
import type { Field, Material, ServiceItem } from '@mashang/flow'
import { conditionText, FORM_WORDS, SOURCE_WORDS } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { BasisOf } from '../../parts/basis.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'

export function GuideMaterials({ guide: { item } }: { guide: ItemGuide }) {
  const { say } = useView()
  const always = item.materials.filter(({ required }) => required === true).length
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say('要带什么', 'What you need')}</h2>
      {item.materials.length === 0 ? (
        <p>{say('不需要提交材料。', 'No documents are needed.')}</p>
      ) : (
        <>
          <p>
            {say(
              `共 ${item.materials.length} 份材料，其中 ${always} 份必须提交。`,
              `${item.materials.length} documents, of which ${always} are always needed.`,
            )}
          </p>
          <ol className="materials">
            {item.materials.map((material) => (
              <li key={material.id} className="sheet">
                <MaterialInFull material={material} item={item} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function MaterialInFull({ material, item }: { material: Material; item: ServiceItem }) {
  const { language, say } = useView()
  return (
    <>
      <h3>
        <Said of={material.name} />
      </h3>
      <p className="material-needed">
        <Necessity material={material} fields={item.fields} />
      </p>
      <Facts
        rows={[
          {
            label: say('来源', 'Where from'),
            value: (
              <>
                {SOURCE_WORDS[material.source][language]}
                {material.issuer ? (
                  <>
                    {say('（', ' (')}
                    <Said of={material.issuer} />
                    {say('）', ')')}
                  </>
                ) : null}
              </>
            ),
          },
          {
            label: say('形式和份数', 'Form and copies'),
            value: `${FORM_WORDS[material.form][language]}${say(`，${material.copies} 份`, `, ${material.copies} ${material.copies === 1 ? 'copy' : 'copies'}`)}`,
          },
          {
            label: say('网上提交', 'Upload as'),
            value: `${material.accepts.map((kind) => kind.toUpperCase()).join(say('、', ', '))}${say('，每个不超过 ', ', each at most ')}${material['max-size']}`,
          },
          material.requirements
            ? { label: say('要求', 'Requirements'), value: <Said of={material.requirements} /> }
            : undefined,
          material.basis
            ? { label: say('依据', 'Basis'), value: <BasisOf basis={material.basis} /> }
            : undefined,
        ]}
      />
      <MaterialForms material={material} item={item} />
      {material['satisfied-by'] ? (
        <Notice kind="done" level={3}>
          <p>
            {say(
              '本市已有您的有效电子证照的，不再要求提交。',
              'Not asked for where the city already holds your valid electronic licence.',
            )}
          </p>
        </Notice>
      ) : null}
    </>
  )
}

/** Always, never, or only in which case. */
function Necessity({ material, fields }: { material: Material; fields: readonly Field[] }) {
  const { language, say } = useView()
  const { required } = material
  if (required === true) return <span className="tag tag-action">{say('必须提交', 'Always needed')}</span>
  if (required === false) return <span className="tag">{say('可不提交', 'Optional')}</span>
  return (
    <>
      <span className="tag tag-soon">{say('视情况提交', 'In some cases')}</span> {say('当', 'When ')}
      {conditionText(required, fields, language)}
      {say('时提交。', '.')}
    </>
  )
}

/** Blank form and filled sample of this version, where the material is a form. */
export function MaterialForms({
  material,
  item: { code, version },
}: {
  material: Material
  item: Pick<ServiceItem, 'code' | 'version'>
}) {
  const { say, text } = useView()
  if (!material['fill-in']) return null
  const base = `/api/approvals/items/${encodeURIComponent(code)}/materials/${material.id}`
  const name = text(material['fill-in'].title)
  return (
    <p className="material-forms">
      <a href={`${base}/blank.pdf?version=${version}`}>
        <Icon name="download" />
        {say('空表', 'Blank form')}
        <span className="unseen">{say(`：${name}`, `: ${name}`)}</span>
      </a>
      <a href={`${base}/sample.pdf?version=${version}`}>
        <Icon name="file" />
        {say('填好的样表', 'Filled sample')}
        <span className="unseen">{say(`：${name}`, `: ${name}`)}</span>
      </a>
    </p>
  )
}
