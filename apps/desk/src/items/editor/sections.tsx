/** The sections of the editor: which elements each is about, and its controls. */
import {
  APPLICANT_WORDS,
  CLOCK_STOP_WORDS,
  DELIVERY_WORDS,
  ELEMENT_WORDS,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  PART_WORDS,
  SIGNATURE_WORDS,
  SITUATION_WORDS,
} from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ComponentType } from 'react'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { BasisControls } from './basis-controls.tsx'
import { Choice, Count, Line, type Options, Pair, Period, Several } from './controls.tsx'
import { useEditing } from './editing.ts'
import { ExamplesSection } from './examples-section.tsx'
import { FeesSection } from './fees-section.tsx'
import { FormSection } from './form-section.tsx'
import { MaterialsSection } from './materials-section.tsx'
import { listAt } from './paths.ts'
import { QuotaSection } from './quota-section.tsx'
import { Repeated } from './repeated.tsx'
import { StepsSection } from './steps-section.tsx'

export interface EditorSection {
  readonly key: string
  readonly label: Words
  /** Elements of the definition that it edits; their findings are counted here. */
  readonly elements: readonly string[]
  readonly Controls: ComponentType
}

const named = (key: string): Words => ELEMENT_WORDS[key] ?? PART_WORDS[key] ?? w(key, key)

function Basics() {
  const { choices } = useEditing()
  const organs: Options = Object.fromEntries(
    choices.organs.map(({ id, name }) => [id, w(name.zh, name.en ?? name.zh)]),
  )
  const themes = Object.fromEntries(choices.themes.map(({ id, name }) => [id, name]))
  const licences: Options = Object.fromEntries(
    choices.licences.map(({ type, name }) => [
      type,
      w(`${name.zh}（${type}）`, `${name.en ?? name.zh} (${type})`),
    ]),
  )
  return (
    <>
      <Pair path="name" label={named('name')} />
      <Pair path="summary" label={named('summary')} optional long />
      <div className="columns">
        <Choice path="organ" label={named('organ')} options={organs} />
        <Choice path="type" label={named('type')} options={ITEM_TYPE_WORDS} />
        <Choice path="handling" label={named('handling')} options={HANDLING_WORDS} />
        <Choice path="situation" label={named('situation')} options={SITUATION_WORDS} optional />
        <Choice path="concerns" label={named('concerns')} options={licences} optional />
        <Line path="effective.from" label={named('effective')} date />
        <Line path="effective.to" label={w('失效日期', 'Effective to')} date optional />
      </div>
      <Several path="applicants" label={named('applicants')} options={APPLICANT_WORDS} />
      <Several path="themes" label={named('themes')} options={themes} />
      <Several
        path="everyday-words"
        label={named('everyday-words')}
        hint={w(
          '人们平时怎么说这件事，搜索用；输入后按回车。',
          'What people call it, for the search; press Enter after each.',
        )}
      />
      <ReplacesControl />
    </>
  )
}

/** Shown where the draft takes the place of others, or was given some. */
function ReplacesControl() {
  return (
    <Several
      path="replaces"
      label={named('replaces')}
      optional
      hint={w(
        '本事项生效时，这些编码的事项取消。',
        'Items with these codes end when this one comes into force.',
      )}
    />
  )
}

function Legal() {
  return (
    <Repeated path="basis" one={EDITOR.basis} make={() => ({ law: '' })}>
      {(path) => <BasisControls path={path} />}
    </Repeated>
  )
}

function Conditions() {
  return (
    <Repeated path="conditions" one={EDITOR.condition} make={() => ({ zh: '' })}>
      {(path) => <Pair path={path} label={EDITOR.condition} long />}
    </Repeated>
  )
}

function Limits() {
  const { t } = useWords()
  return (
    <>
      <div className="columns">
        <Period path="limits.statutory.days" label={named('statutory')} />
        <Period
          path="limits.promised.days"
          label={named('promised')}
          hint={w('即办件写 0 个工作日。', '0 working days for what is done on the spot.')}
        />
      </div>
      <h3>{t(w('法定时限依据', 'Basis of the statutory limit'))}</h3>
      <BasisControls path="limits.statutory.basis" optional />
      <Pair path="limits.statutory.note" label={w('法定时限说明', 'Note on the statutory limit')} optional />
      <Pair path="limits.promised.note" label={w('承诺时限说明', 'Note on the promised limit')} optional />
      <Several path="clock-stops" label={named('clock-stops')} options={CLOCK_STOP_WORDS} />
      <QuotaSection />
    </>
  )
}

const DEPTHS: readonly Words[] = [
  w('Ⅰ 网上查询', 'I information only'),
  w('Ⅱ 网上预审', 'II checked online first'),
  w('Ⅲ 网上申请和审批', 'III applied for and decided online'),
  w('Ⅳ 全程网办', 'IV wholly online'),
]

function Visits() {
  return (
    <>
      <div className="columns">
        <Count path="visits" label={named('visits')} max={9} />
        <Count
          path="depth"
          label={named('depth')}
          min={1}
          max={4}
          hint={w(DEPTHS.map(({ zh }) => zh).join('；'), DEPTHS.map(({ en }) => en).join('; '))}
        />
      </div>
      <Pair path="visits-reason" label={named('visits-reason')} optional />
      <Choice
        path="signature"
        label={named('signature')}
        options={SIGNATURE_WORDS}
        hint={w(
          '企业网上提交时须签名；不选的，企业可以签名也可以不签。到窗口办理的当面签字。',
          'Online an enterprise has to sign; left empty, it may. At a window it signs on paper.',
        )}
        optional
      />
      <Several path="delivery" label={named('delivery')} options={DELIVERY_WORDS} />
    </>
  )
}

function Result() {
  const { definition } = useEditing()
  const fields = Object.fromEntries(
    listAt(definition, 'fields').flatMap((one) => {
      const { id, label } = one as { id?: string; label?: { zh?: string; en?: string } }
      return id ? [[id, { zh: label?.zh || id, ...(label?.en ? { en: label.en } : {}) }]] : []
    }),
  )
  return (
    <>
      <Pair path="result.name" label={w('结果名称', 'Name of the result')} />
      <div className="columns">
        <Line path="result.licence" label={EDITOR.licenceSuffix} hint={EDITOR.idHint} optional />
        <Line
          path="result.valid"
          label={named('valid')}
          hint={w(
            '5y 五年，6m 六个月，30d 三十天；长期有效不填。',
            '5y, 6m, 30d; empty where it has no end.',
          )}
          optional
        />
        <Period path="result.renewal.ask-before" label={w('延续应提前', 'Renewal asked before')} optional />
      </div>
      <BasisControls path="result.renewal.basis" optional />
      <Several path="result.shows" label={named('shows')} options={fields} optional />
    </>
  )
}

function Windows() {
  const { choices } = useEditing()
  const windows = Object.fromEntries(
    choices.windows.map(({ id, number, hall }) => [
      id,
      { zh: `${number} ${hall.zh}`, en: `${number} ${hall.en ?? hall.zh}` },
    ]),
  )
  return (
    <>
      <Several path="windows" label={named('windows')} options={windows} />
      <div className="columns">
        <Line path="phones.consultation" label={named('consultation')} />
        <Line path="phones.complaint" label={named('complaint')} />
      </div>
    </>
  )
}

function Faq() {
  return (
    <Repeated path="faq" one={EDITOR.question} make={() => ({ q: { zh: '' }, a: { zh: '' } })}>
      {(path) => (
        <>
          <Pair path={`${path}.q`} label={named('q')} />
          <Pair path={`${path}.a`} label={named('a')} long />
        </>
      )}
    </Repeated>
  )
}

export const SECTIONS: readonly EditorSection[] = [
  {
    key: 'basics',
    label: EDITOR.basics,
    elements: [
      'kind',
      'code',
      'version',
      'name',
      'summary',
      'organ',
      'type',
      'handling',
      'situation',
      'concerns',
      'effective',
      'applicants',
      'themes',
      'everyday-words',
      'replaces',
    ],
    Controls: Basics,
  },
  { key: 'legal', label: EDITOR.legal, elements: ['basis'], Controls: Legal },
  { key: 'conditions', label: EDITOR.conditions, elements: ['conditions'], Controls: Conditions },
  { key: 'limits', label: EDITOR.limits, elements: ['limits', 'clock-stops', 'quota'], Controls: Limits },
  {
    key: 'visits',
    label: EDITOR.visits,
    elements: ['visits', 'visits-reason', 'depth', 'delivery', 'signature'],
    Controls: Visits,
  },
  { key: 'materials', label: EDITOR.materials, elements: ['materials'], Controls: MaterialsSection },
  { key: 'form', label: EDITOR.form, elements: ['fields'], Controls: FormSection },
  { key: 'steps', label: EDITOR.steps, elements: ['steps'], Controls: StepsSection },
  { key: 'result', label: EDITOR.result, elements: ['result'], Controls: Result },
  { key: 'fees', label: EDITOR.fees, elements: ['fees', 'online-payment'], Controls: FeesSection },
  { key: 'windows', label: EDITOR.windows, elements: ['windows', 'phones'], Controls: Windows },
  { key: 'faq', label: EDITOR.faq, elements: ['faq'], Controls: Faq },
  { key: 'examples', label: EDITOR.examples, elements: ['examples'], Controls: ExamplesSection },
]
