import type { RatingRow, RatingView, RatingViewName } from '@mashang/hall/contract'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export const RATINGS = {
  countedOf: (from: string, to: string) =>
    w(`${from} 至 ${to} 计入统计的评价。`, `Ratings that count in the figures of ${from} to ${to}.`),
  ofAnyTime: w('看全部时间的', 'Show those of any time'),
  title: w('评价', 'Ratings'),
  one: w('一次评价', 'One rating'),
  lists: w('评价列表', 'Lists of ratings'),
  item: w('事项', 'Item'),
  organ: w('部门', 'Organ'),
  kind: w('对象', 'What'),
  level: w('等级', 'Level'),
  words: w('评价内容', 'Words'),
  noWords: w('没有写', 'none'),
  reasons: w('理由', 'Reasons'),
  ratedAt: w('评价时间', 'Rated'),
  followUp: w('整改', 'Follow-up'),
  again: w('追评', 'Second rating'),
  via: w('方式', 'By way of'),
  servedAt: w('办理时间', 'Served'),
  servedBy: w('窗口人员', 'At the window'),
  person: w('办事人', 'Person'),
  phone: w('电话', 'Phone'),
  caseOne: w('办件', 'Case'),
  whoseHidden: w(
    '评价人不显示。差评整改期间只有部门负责人能看到姓名和电话，每次查看都有记录。',
    'Whose rating it is is not shown. While a bad rating is followed up the head of the office alone sees name and number, and each look is recorded.',
  ),
  wordsAre: w('公开', 'Published'),
  due: w('整改期限', 'Due'),
  why: w('期限怎么算', 'How the day is reckoned'),
  callBack: w('回访', 'Call back'),
  reached: w('已联系上', 'Reached'),
  notReached: w('没有联系上', 'Not reached'),
  verify: w('核实', 'Verify'),
  fix: w('整改', 'Fix'),
  answer: w('答复办事人', 'Answer the person'),
  answerHint: w('办事人会在“我的评价”看到这段话。', 'The person reads this under “My ratings”.'),
  found: w('核实结果', 'What was found'),
  note: w('说明', 'Note'),
  save: w('登记', 'Record'),
  done: w('已登记。', 'Recorded.'),
  appeal: w('差评申诉', 'Appeal'),
  appealWhat: w(
    '认为是误评或者恶意差评的，可以申诉一次，由监察部门裁定。评价始终保留，裁定和理由公开。',
    'Where it is a mistake or malicious you may appeal once; supervision rules. The rating is kept in any case, and the ruling is published with its reasons.',
  ),
  grounds: w('申诉理由', 'Grounds'),
  sendAppeal: w('提交申诉', 'Appeal'),
  ruling: w('裁定', 'Ruling'),
  rulingWhat: w(
    '不予采纳的评价保留在案，不计入满意率，裁定理由在公开页列出。',
    'A rating that is left out is kept, counts in no rate, and is listed on the public page with these reasons.',
  ),
  stands: w('维持', 'It stands'),
  excluded: w('不予采纳', 'Left out'),
  reasonsOfRuling: w('裁定理由', 'Reasons'),
  rule: w('作出裁定', 'Rule'),
  disowned: w('办事人声明非本人评价', 'Disowned by the person served'),
  review: w('审核公开内容', 'Review the words'),
  reviewWhat: w(
    '办事人同意公开。隐去姓名、电话等个人信息后公开；不宜公开的写明理由。',
    'The person consents. Strike out names, numbers and other personal data; or say why it is not published.',
  ),
  publicText: w('公开的文字', 'As it is published'),
  publish: w('公开', 'Publish'),
  withhold: w('不公开', 'Withhold'),
  withholdReason: w('不公开的理由', 'Why not'),
  record: w('记录', 'Journal'),
  nothingToDo: w('现在没有要您办的事。', 'There is nothing for you to do here now.'),
  acts: w('可以办理', 'What you can do'),
  code: w('评价码', 'Rating code'),
  codePanel: w('请办事人评价', 'Ask for a rating'),
  codeWhat: w(
    '评价由办事人本人作出，可以扫码、输码，或者在评价器上按。评价码只能用一次。',
    'Only the person served rates: by scanning, by typing the code, or on the counter’s device. A code is good for one rating.',
  ),
  give: w('出评价码', 'Give a rating code'),
  scan: w('用手机扫码评价', 'Scan to rate'),
  until: (day: string) => w(`${day} 前有效`, `Good until ${day}`),
  device: w('在本机打开评价器', 'Open the rating screen here'),
  print: w('打印评价码', 'Print the code'),
  close: w('收起', 'Put away'),
  alreadyRated: w('已经评价过了。', 'It has been rated already.'),
  nothingYet: w(
    '还没有可以评价的：办结后或者到窗口办事后才能评价。',
    'There is nothing to rate yet: only once the case is concluded or a visit was made.',
  ),
  followUpCount: {
    overdue: (n: number) =>
      w(
        `差评整改超期 ${n} 件`,
        n === 1 ? 'One follow-up of a bad rating is overdue' : `${n} follow-ups of bad ratings are overdue`,
      ),
    'to-rule': (n: number) =>
      w(
        `差评申诉待裁定 ${n} 件`,
        n === 1 ? 'One appeal of a rating waits for a ruling' : `${n} appeals of ratings wait for a ruling`,
      ),
  },
} as const

export const RATING_VIEW_WORDS: Readonly<Record<RatingViewName, Words>> = {
  all: w('全部', 'All'),
  bad: w('差评', 'Bad'),
  open: w('整改中', 'Under follow-up'),
  overdue: w('整改超期', 'Overdue'),
  'to-rule': w('待裁定', 'To be ruled on'),
  excluded: w('不予采纳', 'Left out'),
  words: w('待审核公开', 'Words to review'),
}

export const NO_RATINGS: Readonly<Record<RatingViewName, Words>> = {
  all: w(
    '还没有评价。办结后办事人可以评价。',
    'No ratings yet. People can rate once their case is concluded.',
  ),
  bad: w('没有差评。', 'No bad ratings.'),
  open: w('没有正在整改的差评。', 'No bad rating is under follow-up.'),
  overdue: w('没有超期的整改。', 'No follow-up is overdue.'),
  'to-rule': w('没有待裁定的申诉。', 'No appeal waits for a ruling.'),
  excluded: w('没有不予采纳的评价。', 'No rating was left out.'),
  words: w('没有待审核的公开内容。', 'No words wait for review.'),
}

export const RATING_KIND: Readonly<Record<RatingRow['kind'], Words>> = {
  case: w('办件', 'Case'),
  intake: w('窗口收件', 'Intake'),
  delivery: w('窗口领证', 'Delivery'),
}

export const RATING_STATE: Readonly<Record<RatingRow['state'] | 'closed', Words>> = {
  none: w('—', '—'),
  open: w('整改中', 'Under follow-up'),
  overdue: w('已超期', 'Overdue'),
  answered: w('已答复', 'Answered'),
  excluded: w('不予采纳', 'Left out'),
  closed: w('已终止', 'Ended'),
}

export const VIA: Readonly<Record<NonNullable<RatingView['via']>, Words>> = {
  account: w('本人账号', 'Own account'),
  code: w('评价码', 'Rating code'),
  device: w('窗口评价器', 'Counter’s device'),
}

export const FOUND: Readonly<Record<'true' | 'partly-true' | 'not-true', Words>> = {
  true: w('属实', 'It is so'),
  'partly-true': w('部分属实', 'Partly so'),
  'not-true': w('不属实', 'It is not so'),
}

export const WORDS_ARE: Readonly<Record<RatingView['wordsAre'], Words>> = {
  none: w('—', '—'),
  private: w('未同意公开', 'No consent'),
  'to-review': w('同意公开，待审核', 'Consent; to be reviewed'),
  published: w('已公开', 'Published'),
  withheld: w('审核后不公开', 'Withheld after review'),
}
