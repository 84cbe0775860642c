import { w } from './words.ts'

export const SUPERVISION = {
  byOrgan: w('各部门', 'By organ'),
  organ: w('部门', 'Organ'),
  running: w('在办', 'Running'),
  soon: w('即将到期', 'Due soon'),
  yellow: w('黄牌', 'Yellow'),
  red: w('红牌', 'Red'),
  stopped: w('特别程序', 'Stopped'),
  concluded: w('办结', 'Concluded'),
  onTime: w('按期办结', 'On time'),
  rate: w('按期率', 'On-time rate'),
  total: w('合计', 'Total'),
  carded: w('亮牌办件', 'Carded cases'),
  noOrgans: w('还没有办件。', 'There are no cases yet.'),
  noCarded: w('没有亮牌的办件。', 'No case carries a card.'),
  remind: w('督办提醒', 'Remind'),
  remindTitle: (number: string) => w(`督办提醒 ${number}`, `Remind about ${number}`),
  reminded: w('已提醒承办部门。', 'The office has been reminded.'),
  show: w('看这些件', 'Show'),
  repeatedAsks: w('重复索要材料', 'Asked again for what the city holds'),
  repeatedAsksHint: w(
    '市里已有、可信等级 A 或 B 的材料不能再向申请人要；每次都被拒绝并记在这里。',
    'What the city holds at trust A or B may not be asked for again; each request was refused and stands here.',
  ),
  noRepeatedAsks: w('没有部门重复索要。', 'No organ has asked again.'),
  times: (count: number) => w(`${count} 次`, count === 1 ? 'once' : `${count} times`),
} as const
