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
} as const
