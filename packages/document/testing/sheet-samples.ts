import type { Bulletin, GuideBook, OneTimeNotice } from '../contract.ts'

/** Whoever shows it says by which organ. */
export const notice: Omit<OneTimeNotice, 'organ' | 'itemName'> = {
  itemCode: '000172001000',
  version: '2026年第3版',
  date: '2026-11-23',
  guideUrl: 'https://zwfw.example.gov.cn/items/kite-flying-permit',
  summary: [
    { label: '事项类型', value: '行政许可' },
    { label: '办件类型', value: '承诺件' },
    { label: '服务对象', value: '自然人、企业法人、社会组织' },
    { label: '到现场次数', value: '0次' },
    { label: '办理结果', value: '风筝放飞许可证' },
    { label: '网上办理深度', value: 'Ⅳ级（全程网办）' },
  ],
  basis: ['《中华人民共和国行政许可法》', '《大连市风筝放飞管理办法》第六条至第九条'],
  conditions: [
    '放飞场地在机场净空保护区以外，与架空电力线路的水平距离不小于50米。',
    '有与活动规模相适应的安全员和安全方案。',
    '申请人三年内没有因违反放飞规定被行政处罚。',
  ],
  materials: [
    {
      name: '风筝放飞许可申请表',
      source: '申请人自备',
      copies: '1',
      form: '原件或电子',
      necessity: '必要',
    },
    {
      name: '营业执照',
      source: '政府部门核发',
      copies: '0',
      form: '电子',
      necessity: '必要',
      note: '免提交',
    },
    { name: '放飞场地使用证明', source: '场地管理单位', copies: '1', form: '原件扫描', necessity: '必要' },
    {
      name: '活动安全方案',
      source: '申请人自备',
      copies: '1',
      form: '电子',
      necessity: '300人以上活动必要',
    },
  ],
  statutory: { count: 20, unit: 'working-day' },
  promised: { count: 5, unit: 'working-day' },
  limitNotes: ['需要专家评审的，评审时间不计算在办理时限内。'],
  steps: [
    { name: '申请', note: '网上或窗口' },
    { name: '受理', limit: '1个工作日' },
    { name: '现场核查', limit: '2个工作日', note: '两名工作人员' },
    { name: '决定', limit: '2个工作日' },
    { name: '送达', limit: '当日', note: '电子证照' },
  ],
  fees: [],
  windows: [
    {
      name: '社会事务综合窗口',
      address: '甘井子区东北北路101号市公共行政服务中心3楼C区12—15号',
      hours: '工作日 8:30—11:30，13:00—17:00',
      phone: '0411-83988888',
    },
  ],
  consultationPhone: '0411-83988888',
  complaintPhone: '0411-12345',
  questions: [
    { question: '个人在公园放小风筝需要办证吗？', answer: '不需要，翼展不足1米的不在许可范围内。' },
  ],
}

/** A book of one organ with two guides. */
export const book = (one: OneTimeNotice): GuideBook => ({
  title: '大连市政务服务指南',
  publisher: '大连市公共行政服务中心',
  date: '2026-11-23',
  parts: [
    {
      organ: one.organ,
      lines: ['电话：0411-83988888'],
      items: [
        { ...one, itemCode: 'A-1' },
        { ...one, itemCode: 'A-2', itemName: '龙舟竞渡许可' },
      ],
    },
  ],
  index: [
    { letter: 'F', entries: [{ name: one.itemName, code: 'A-1' }] },
    { letter: 'L', entries: [{ name: '龙舟竞渡许可', code: 'A-2' }] },
  ],
})

/** A bulletin of one month with bars and a table. */
export const bulletin: Bulletin = {
  publisher: '大连市公共行政服务中心',
  month: '2026年11月',
  date: '2026-11-24',
  note: '本月未结束，数据截至印制当日。',
  sections: [
    {
      title: '总体情况',
      paragraphs: ['本月收件 120 件，办结 98 件，按期办结率 97.9%。'],
      bars: {
        most: 100,
        rows: [
          { label: '市场监管局', value: 98.5, text: '98.5%' },
          { label: '体育局', value: 90, text: '90.0%' },
        ],
      },
    },
    {
      title: '各部门数据',
      paragraphs: [],
      table: {
        columns: [
          { title: '部门', width: 1 },
          { title: '收件', width: 'narrow' },
        ],
        rows: [['体育局', '20']],
      },
    },
  ],
}
