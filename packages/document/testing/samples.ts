/** One document of every kind about the invented kite-flying permit, for tests and measurements. */
import type { DocumentBase, DocumentData, DueDate, FormDocument, Rights } from '../contract.ts'
import { feeSamples } from './fee-samples.ts'
import { licenceLetters } from './licence-samples.ts'
import { procedureSamples } from './procedure-samples.ts'
import { projectSamples } from './project-samples.ts'
import { book, bulletin, notice } from './sheet-samples.ts'

const base: DocumentBase = {
  organ: '大连市行政审批服务局',
  caseNumber: '210200-2026-11-000123',
  documentNumber: '大行审字〔2026〕第000123号',
  applicant: {
    name: '大连海风筝文化发展有限公司',
    code: '91210200MA0KITE12X',
    codeName: '统一社会信用代码',
    agent: '王海燕',
  },
  itemName: '风筝放飞许可',
  date: '2026-11-23',
  verification: { code: '7QF4-K2MD-9XTA' },
  contact: {
    unit: '社会事务审批科',
    person: '李敏',
    phone: '0411-83988888',
    address: '大连市甘井子区东北北路101号市公共行政服务中心3楼C区',
  },
}

const numbered = (word: string): DocumentBase => ({
  ...base,
  documentNumber: `大行审${word}字〔2026〕第000123号`,
})

const promised: DueDate = {
  limit: { count: 5, unit: 'working-day' },
  due: '2026-11-30',
  why: [
    '2026年11月23日（星期一）受理，当日不计，自11月24日起算。',
    '承诺办结时限5个工作日：11月24日、25日、26日、27日、30日（11月28日、29日为周末，不计）。',
  ],
}

const statutory: DueDate = {
  limit: { count: 20, unit: 'working-day' },
  due: '2026-12-21',
  why: [
    '2026年11月23日（星期一）受理，当日不计，自11月24日起算（《中华人民共和国民法典》第二百零一条）。',
    '法定办结时限20个工作日（《中华人民共和国行政许可法》第四十二条、第八十二条），扣除4个周末共8日。',
  ],
}

const rights: Rights = {
  reconsideration: { days: 60, organ: '大连市人民政府', basis: '《中华人民共和国行政复议法》第二十条' },
  suit: {
    months: 6,
    court: '大连市西岗区人民法院',
    basis: '《中华人民共和国行政诉讼法》第四十六条',
  },
}

const form: FormDocument = {
  title: '风筝放飞许可申请表',
  organ: base.organ,
  itemName: base.itemName,
  itemCode: '000172001000',
  date: base.date,
  url: 'https://zwfw.example.gov.cn/items/kite-flying-permit',
  sections: [
    {
      title: '申请人',
      hint: '企业申请的，按营业执照填写。',
      fields: [
        { kind: 'line', label: '申请人名称', required: true },
        { kind: 'line', label: '统一社会信用代码', required: true, hint: '18位' },
        {
          kind: 'boxes',
          label: '申请人类型',
          required: true,
          options: [{ label: '自然人' }, { label: '企业法人' }, { label: '社会组织' }],
        },
        { kind: 'line', label: '联系电话', required: true },
      ],
    },
    {
      title: '放飞活动',
      fields: [
        { kind: 'line', label: '放飞地点', required: true, hint: '写到区、街道和具体场地' },
        { kind: 'text', label: '活动说明', lines: 5, hint: '人数、时间安排和安全措施，不超过500字' },
        {
          kind: 'table',
          label: '风筝清单',
          columns: ['名称', '翼展（米）', '最大放飞高度（米）'],
          rows: [],
          blankRows: 4,
        },
      ],
    },
  ],
  statement: ['本人（单位）承诺所填内容和提交的材料真实、有效，并承担相应的法律责任。'],
}

const sample: FormDocument = {
  ...form,
  sections: [
    {
      title: '申请人',
      hint: '企业申请的，按营业执照填写。',
      fields: [
        { kind: 'line', label: '申请人名称', required: true, value: '大连海风筝文化发展有限公司' },
        {
          kind: 'line',
          label: '统一社会信用代码',
          required: true,
          hint: '18位',
          value: '91210200MA0KITE12X',
        },
        {
          kind: 'boxes',
          label: '申请人类型',
          required: true,
          options: [{ label: '自然人' }, { label: '企业法人', checked: true }, { label: '社会组织' }],
        },
        { kind: 'line', label: '联系电话', required: true, value: '138****5678' },
      ],
    },
    {
      title: '放飞活动',
      fields: [
        { kind: 'line', label: '放飞地点', required: true, value: '大连市中山区星海广场南侧草坪' },
        {
          kind: 'text',
          label: '活动说明',
          lines: 5,
          value:
            '2026年12月5日9时至16时举办冬季风筝节，预计参加人数300人。\n现场设安全员12名，与机场净空管理部门保持联系，六级以上大风停止放飞。',
        },
        {
          kind: 'table',
          label: '风筝清单',
          columns: ['名称', '翼展（米）', '最大放飞高度（米）'],
          rows: [
            ['沙燕', '2.4', '120'],
            ['龙头蜈蚣', '3.0', '100'],
          ],
        },
      ],
    },
  ],
  signature: { name: '王海燕', date: '2026年11月20日' },
}

const named = { ...notice, organ: base.organ, itemName: base.itemName }

export const samples: DocumentData = {
  ...procedureSamples(numbered),
  ...feeSamples(numbered),
  ...projectSamples(numbered),
  'material-receipt': {
    ...numbered('收'),
    receivedAt: '2026-11-20T01:26:00Z',
    channel: '网上申请',
    materials: [
      { name: '风筝放飞许可申请表', form: '电子', copies: 1, pages: 2, digest: '3f9a62c1 08d4e7b5' },
      { name: '营业执照', form: '电子证照', copies: 1, note: '已由电子证照库调取' },
      { name: '放飞场地使用证明', form: '原件扫描', copies: 1, pages: 3, digest: 'b20c77e9 4a1f5d36' },
      { name: '活动安全方案', form: '电子', copies: 1, pages: 8, digest: '90ab13fe 77c2d04e' },
    ],
    next: [
      '材料不齐全或者不符合法定形式的，本机关将在5个工作日内一次性告知需要补正的全部内容。',
      '凭办件编号和手机号可以随时查询办理进度。',
    ],
  },
  'correction-notice': {
    ...numbered('补'),
    receivedOn: '2026-11-20',
    basis: '《中华人民共和国行政许可法》第三十二条第一款第（四）项',
    corrections: [
      {
        material: '放飞场地使用证明',
        problem: '证明未载明使用期限，且缺少场地管理单位印章。',
        remedy: '由场地管理单位补充使用起止日期并加盖公章后重新提交。',
        basis: '《大连市风筝放飞管理办法》第七条',
      },
      {
        material: '活动安全方案',
        problem: '缺少大风天气停止放飞的措施。',
        remedy: '补充停止放飞的风力标准、责任人和现场疏散路线。',
        basis: '《大连市风筝放飞管理办法》第九条',
      },
    ],
    submitBy: '2026-12-11',
    how: [
      '网上补正：登录政务服务网，在“我的办件”中打开本办件，逐项上传。',
      '窗口补正：持本告知书到市公共行政服务中心3楼C区12号窗口。',
    ],
  },
  'decline-decision': {
    ...numbered('不受'),
    receivedOn: '2026-11-20',
    reasons: [
      '申请放飞的场地位于机场净空保护区内，该区域内放飞风筝的许可由民用航空管理机构实施。',
      '本机关权责清单（2026年版）不包含净空保护区内的放飞许可。',
    ],
    basis: '《中华人民共和国行政许可法》第三十二条第一款第（二）项',
    rightOrgan: {
      name: '中国民用航空大连安全监督管理局',
      address: '大连市甘井子区迎客路100号',
      phone: '0411-83880000',
    },
    rights,
  },
  'not-needed-notice': {
    ...numbered('告'),
    receivedOn: '2026-11-20',
    reasons: ['申请放飞的风筝翼展不足1米、放飞高度不足30米，不属于许可范围。'],
    basis: '《中华人民共和国行政许可法》第三十二条第一款第（一）项',
  },
  'acceptance-notice': {
    ...numbered('受'),
    receivedOn: '2026-11-20',
    acceptedOn: '2026-11-23',
    basis: '《中华人民共和国行政许可法》第三十二条第一款第（五）项',
    statutory,
    promised,
  },
  'clock-stop-notice': {
    ...numbered('特'),
    acceptedOn: '2026-11-23',
    procedure: '专家评审',
    reason: '申请放飞的风筝翼展超过10米，需要由空域、气象专家评审放飞安全。',
    basis: '《中华人民共和国行政许可法》第四十五条',
    from: '2026-11-25',
    expected: { count: 10, unit: 'working-day' },
    expectedUntil: '2026-12-09',
  },
  'clock-resume-notice': {
    ...numbered('复'),
    procedure: '专家评审',
    basis: '《中华人民共和国行政许可法》第四十五条',
    from: '2026-11-25',
    until: '2026-12-04',
    outcome: '专家组评审通过，建议放飞高度不超过150米。',
    statutory: { ...statutory, due: '2026-12-31' },
    promised: { ...promised, due: '2026-12-10', provisional: true },
  },
  'extension-notice': {
    ...numbered('延'),
    acceptedOn: '2026-11-23',
    reason: '放飞活动涉及跨区场地协调，需要征求三个区人民政府意见',
    basis: '《中华人民共和国行政许可法》第四十二条第一款',
    approvedBy: '本机关负责人',
    by: { count: 10, unit: 'working-day' },
    formerDue: '2026-12-21',
    statutory: { ...statutory, limit: { count: 30, unit: 'working-day' }, due: '2027-01-05' },
  },
  'grant-decision': {
    ...numbered('准'),
    acceptedOn: '2026-11-23',
    basis: '《中华人民共和国行政许可法》第三十八条第一款',
    grants: [
      '准予大连海风筝文化发展有限公司在大连市中山区星海广场南侧草坪放飞风筝。',
      '放飞高度不超过150米，单次放飞风筝不超过50只。',
    ],
    conditions: ['六级以上大风、雷雨天气应当停止放飞。', '放飞期间现场安全员不得少于12名。'],
    licence: {
      name: '风筝放飞许可证',
      number: '辽大筝许〔2026〕0018号',
      validFrom: '2026-11-23',
      validUntil: '2027-11-22',
    },
    delivery: {
      within: { count: 10, unit: 'working-day' },
      how: '电子证照（可在线下载）',
      basis: '《中华人民共和国行政许可法》第四十四条',
    },
  },
  'refusal-decision': {
    ...numbered('不准'),
    acceptedOn: '2026-11-23',
    facts: [
      '2026年11月24日，两名工作人员现场核查，放飞场地上方12米处有10千伏架空电力线路。',
      '申请人提交的安全方案未包括与电力线路保持安全距离的措施，经告知后未作修改。',
    ],
    reasons: ['放飞场地与架空电力线路的距离不符合《大连市风筝放飞管理办法》第八条第（二）项规定的安全条件。'],
    basis: '《中华人民共和国行政许可法》第三十八条第二款',
    rights,
  },
  'delivery-record': {
    ...numbered('送'),
    delivered: [
      { name: '准予行政许可决定书', documentNumber: '大行审准字〔2026〕第000123号' },
      { name: '风筝放飞许可证', documentNumber: '辽大筝许〔2026〕0018号' },
    ],
    method: '电子送达',
    place: '政务服务网“我的证照”',
    deliveredAt: '2026-11-23T07:42:00Z',
    receivedBy: '王海燕',
    relation: '经办人（已实名认证）',
    deliverers: ['李敏', '赵强'],
  },
  licence: {
    ...base,
    documentNumber: '大行审准字〔2026〕第000123号',
    licenceName: '风筝放飞许可证',
    licenceNameEn: 'Kite-flying Permit',
    licenceNumber: '辽大筝许〔2026〕0018号',
    copy: '正本',
    identifier: '1.2.156.3005.2.11100000000013127D001.11210200MB1234567X.2026KITE0018.001.7',
    holder: base.applicant,
    details: [
      { label: '住所', value: '大连市中山区人民路26号1805室' },
      { label: '法定代表人', value: '陈志远' },
      { label: '放飞场地', value: '大连市中山区星海广场南侧草坪' },
      { label: '许可范围', value: '翼展10米以下的软翅、硬翅风筝；放飞高度不超过150米；单次放飞不超过50只。' },
    ],
    validFrom: '2026-11-23',
    validUntil: '2027-11-22',
  },
  ...licenceLetters(numbered('销'), rights),
  'withdrawal-confirmation': {
    ...numbered('撤'),
    appliedOn: '2026-11-20',
    withdrawnOn: '2026-11-23',
    reason: '活动改期，申请人决定另行申请。',
    returned: ['放飞场地使用证明（原件）1份'],
  },
  'one-time-notice': named,
  'guide-book': book(named),
  bulletin,
  'blank-form': form,
  'sample-form': sample,
  'application-form': {
    ...sample,
    caseNumber: base.caseNumber,
    url: 'https://zwfw.example.gov.cn/cases/210200-2026-11-000123',
  },
}
