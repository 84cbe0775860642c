/** The sheets of the template: which column is which element of a definition. The one place that both reading and printing use. */
import {
  APPLICANT_WORDS,
  CLOCK_STOP_WORDS,
  DELIVERY_WORDS,
  FEE_DUE_WORDS,
  FIELD_TYPE_WORDS,
  FORM_WORDS,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  OUTCOME_WORDS,
  SIGNATURE_WORDS,
  SITUATION_WORDS,
  SOURCE_WORDS,
  STEP_KIND_WORDS,
  STEP_ROLE_WORDS,
} from '@mashang/flow'
import type { Words } from '@mashang/kit'
import {
  basis,
  type Cell,
  choice,
  lines,
  money,
  named,
  number,
  option,
  period,
  several,
  structure,
  text,
  yesNo,
  yesNoOrCondition,
} from './cells.ts'

export interface Column {
  /** Path into the definition, or into one of its parts; `conditions[].zh` is one text of each condition. */
  readonly path: string
  readonly header: Words
  readonly cell: Cell
  /** What one may write, where the cell offers a choice. */
  readonly offers?: readonly string[]
  /** What an empty cell means; otherwise the element is absent. */
  readonly empty?: unknown
}

const column = (path: string, zh: string, en: string, cell: Cell = text, empty?: unknown): Column => ({
  path,
  header: { zh, en },
  cell,
  ...(empty === undefined ? {} : { empty }),
})

const choosing = (path: string, zh: string, en: string, words: Readonly<Record<string, Words>>): Column => ({
  ...column(path, zh, en, choice(words)),
  offers: Object.values(words).map((one) => one.zh),
})

const pair = (path: string, zh: string, en: string): readonly Column[] => [
  column(`${path}.zh`, zh, en),
  column(`${path}.en`, `${zh}（英文）`, `${en} (English)`),
]

const asking = (path: string, zh: string, en: string): Column => ({
  ...column(path, zh, en, yesNo),
  offers: ['是', '否'],
})

export const CODE = column('code', '事项编码', 'Code')
export const VERSION = column('version', '版本', 'Version', number)

export const ITEM_COLUMNS: readonly Column[] = [
  CODE,
  VERSION,
  ...pair('name', '事项名称', 'Name'),
  ...pair('summary', '简介', 'Summary'),
  column('organ', '实施机关', 'Organ', named('organs')),
  choosing('type', '权力类型', 'Kind of power', ITEM_TYPE_WORDS),
  choosing('handling', '办件类型', 'Handling', HANDLING_WORDS),
  choosing('situation', '业务情形', 'Situation', SITUATION_WORDS),
  column('concerns', '针对的证照类型', 'Licence it concerns'),
  column('replaces', '取代的事项编码', 'Items it replaces', several(text)),
  column('effective.from', '生效日期', 'Effective from'),
  column('effective.to', '失效日期', 'Effective to'),
  column('basis', '设定依据（每行一条）', 'Legal basis (one a line)', lines(basis)),
  column('applicants', '服务对象', 'Applicants', several(choice(APPLICANT_WORDS))),
  column('conditions[].zh', '受理条件（每行一条）', 'Conditions (one a line)', lines(text)),
  column('conditions[].en', '受理条件英文（每行一条）', 'Conditions in English (one a line)', lines(text)),
  column('limits.statutory.days', '法定时限', 'Statutory limit', period),
  column('limits.statutory.basis', '法定时限依据', 'Basis of the statutory limit', basis),
  ...pair('limits.statutory.note', '法定时限说明', 'Note on the statutory limit'),
  column('limits.promised.days', '承诺时限', 'Promised limit', period),
  ...pair('limits.promised.note', '承诺时限说明', 'Note on the promised limit'),
  column('visits', '到场次数', 'Visits', number),
  ...pair('visits-reason', '到场原因', 'Reason for visits'),
  column('depth', '网办深度（1—4）', 'Online depth (1–4)', number),
  column('delivery', '送达方式', 'Delivery', several(choice(DELIVERY_WORDS))),
  asking('online-payment', '网上缴费', 'Online payment'),
  choosing('signature', '提交签名', 'Signature of a submission', SIGNATURE_WORDS),
  column('themes', '主题', 'Themes', several(named('themes'))),
  column('everyday-words', '常用说法', 'Everyday words', several(text), []),
  column('phones.consultation', '咨询电话', 'Consultation phone'),
  column('phones.complaint', '投诉电话', 'Complaint phone'),
  column('clock-stops', '特别程序', 'Clock stops', several(choice(CLOCK_STOP_WORDS)), []),
  ...pair('result.name', '结果名称', 'Name of the result'),
  column('result.licence', '证照类型编号', 'Type of licence'),
  column('result.valid', '有效期（5y、6m、30d）', 'Valid for (5y, 6m, 30d)'),
  column('result.renewal.ask-before', '延续提前', 'Ask for renewal before', period),
  column('result.renewal.basis', '延续依据', 'Basis of renewal', basis),
  column('result.shows', '证照上的字段', 'Fields shown on the licence', several(text)),
  column('windows', '办理窗口', 'Windows', several(named('windows'))),
  column('quota', '数量限制', 'Quota', structure),
  column('examples', '样例', 'Examples', structure),
]

const FIELD_COLUMNS: readonly Column[] = [
  column('id', '字段编号', 'Field id'),
  ...pair('label', '字段名称', 'Label'),
  ...pair('hint', '填写提示', 'Hint'),
  choosing('type', '字段类型', 'Type', FIELD_TYPE_WORDS),
  ...pair('section', '分组', 'Section'),
  asking('required', '必填', 'Required'),
  column('min', '最小值', 'Least value', number),
  column('max', '最大值', 'Greatest value', number),
  column('min-length', '最少字数', 'Least length', number),
  column('max-length', '最多字数', 'Greatest length', number),
  ...pair('unit', '单位', 'Unit'),
  column('options', '选项（每行 值=名称|英文）', 'Options (value=名称|English, one a line)', lines(option)),
  column('columns', '列', 'Columns', structure),
  column('min-rows', '最少行数', 'Least rows', number),
  column('max-rows', '最多行数', 'Most rows', number),
  column('level', '地址级别', 'Level of an address'),
  column('when', '出现条件', 'Shown when', structure),
  column('rule', '校验规则', 'Rule'),
  asking('personal', '个人信息', 'Personal data'),
  column('example', '示例', 'Example'),
  column('prefill', '自动填写', 'Filled in from'),
]

const MATERIAL_COLUMNS: readonly Column[] = [
  column('id', '材料编号', 'Material id'),
  ...pair('name', '材料名称', 'Name of the material'),
  choosing('source', '来源', 'Source', SOURCE_WORDS),
  ...pair('issuer', '出具单位', 'Issuer'),
  choosing('form', '形式', 'Form', FORM_WORDS),
  column('copies', '份数', 'Copies', number),
  column('required', '必要（是、否或条件）', 'Required (yes, no or a condition)', yesNoOrCondition),
  ...pair('fill-in.title', '表格名称', 'Title of the form'),
  ...pair('requirements', '要求', 'Requirements'),
  column('satisfied-by.licence-type', '可用电子证照', 'Satisfied by licence'),
  column('accepts', '文件格式', 'Accepted files', several(text)),
  column('keeps-as', '留存为证据种类', 'Kept as evidence'),
  column('keeps-for', '留存期限（5y、6m、30d）', 'Kept for (5y, 6m, 30d)'),
  asking('declarable', '可以承诺代替', 'May be declared instead'),
  column('max-size', '每个文件上限', 'Largest file'),
  column('max-files', '最多文件数', 'Files at most', number),
  column('basis', '依据', 'Basis', basis),
]

const STEP_COLUMNS: readonly Column[] = [
  column('id', '环节编号', 'Step id'),
  ...pair('name', '环节名称', 'Name of the step'),
  choosing('by', '办理人', 'By', STEP_ROLE_WORDS),
  column('people', '人数', 'People', number),
  column('within', '时限', 'Within', period),
  column('when', '进入条件', 'When', structure),
  column('to', '后续环节', 'Next steps', several(text)),
  column('ends', '可作决定', 'Decides', several(choice(OUTCOME_WORDS))),
  column('basis', '依据', 'Basis', basis),
  column('clock-stop', '特别程序', 'Clock stop', choice(CLOCK_STOP_WORDS)),
  choosing('kind', '环节种类', 'Kind of step', STEP_KIND_WORDS),
  column('organs', '会同审查的部门', 'Organs asked', several(named('organs'))),
  column('by-region-of', '初审区县取自字段', 'District taken from the field'),
  column('signers', '签发人数', 'Signers', number),
  column('experts', '专家人数至少', 'Experts at least', number),
  column('announcement.days', '公示期', 'Announced for', period),
]

const FEE_COLUMNS: readonly Column[] = [
  ...pair('name', '收费项目', 'Fee'),
  column('amount', '金额（元）', 'Amount (yuan)', money),
  column('reckon', '计算规则', 'Reckoned', structure),
  column('when', '收取条件', 'Asked when', structure),
  column('reductions', '减免', 'Reductions', structure),
  choosing('due', '缴费时间', 'Due', FEE_DUE_WORDS),
  column('refunds', '退费', 'Refunds', structure),
  ...pair('standard', '收费标准', 'Rate'),
  column('basis', '收费依据', 'Basis', basis),
]

const FAQ_COLUMNS: readonly Column[] = [...pair('q', '问题', 'Question'), ...pair('a', '回答', 'Answer')]

/** A sheet beside that of the items: its rows belong to an item by code and version. */
export interface PartSheet {
  readonly title: Words
  /** Where its rows go. */
  readonly path: 'materials' | 'fields' | 'form-fields' | 'steps' | 'fees' | 'faq'
  readonly columns: readonly Column[]
}

export const ITEM_SHEET: Words = { zh: '事项', en: 'Items' }

/** Which material a field of a form belongs to. */
export const OF_MATERIAL = column('material', '所属材料', 'Material')

export const PART_SHEETS: readonly PartSheet[] = [
  { title: { zh: '材料', en: 'Materials' }, path: 'materials', columns: MATERIAL_COLUMNS },
  { title: { zh: '表单字段', en: 'Fields' }, path: 'fields', columns: FIELD_COLUMNS },
  {
    title: { zh: '材料表格字段', en: 'Form fields' },
    path: 'form-fields',
    columns: [OF_MATERIAL, ...FIELD_COLUMNS],
  },
  { title: { zh: '环节', en: 'Steps' }, path: 'steps', columns: STEP_COLUMNS },
  { title: { zh: '收费', en: 'Fees' }, path: 'fees', columns: FEE_COLUMNS },
  { title: { zh: '常见问题', en: 'Questions' }, path: 'faq', columns: FAQ_COLUMNS },
]
