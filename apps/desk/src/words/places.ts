import { w } from './words.ts'

/** 名额: how many can be granted, and how the places go. */
export const PLACES = {
  title: w('名额', 'Places'),
  lead: w(
    '限额事项还有多少名额、谁在候补；摇号的事项截止后在这里宣布摇号。办件编号和次序是公开的。',
    'How many places are left and who waits; where places are drawn, the draw is called here. Case numbers and their order are public.',
  ),
  none: w('本部门没有限额事项', 'No item of this organ has a quota'),
  noneHint: w(
    '事项有数量限制的，由目录管理员在事项编辑的“环节”里选“限额”。',
    'Where only so many can be granted, the catalogue editor chooses a limit under “Steps” of the item.',
  ),
  public: w('公开的名额情况', 'As the public sees it'),
  yearly: (places: number) => w(`每年 ${places} 个`, `${places} each year`),
  once: (places: number) => w(`共 ${places} 个`, `${places} in all`),
  inOrder: w(
    '按受理先后：受理时即占用，没有准予的空出后自动递补。',
    'By the order of acceptance: taken when accepted; what is not granted goes to the next in the line.',
  ),
  drawn: (closes: string) =>
    w(`申请截止 ${closes}，截止后摇号。`, `Applied for until ${closes}, drawn after that day.`),
  pool: w('范围', 'Of'),
  all: w('全部', 'All'),
  places: w('名额', 'Places'),
  taken: w('已占用', 'Taken'),
  free: w('还剩', 'Free'),
  waiting: w('候补', 'Waiting'),
  state: w('分配', 'How they go'),
  order: w('次序', 'Order'),
  number: w('办件编号', 'Case number'),
  standing: w('状态', 'State'),
  line: (count: number) => w(`查看次序（${count} 件）`, `See the order (${count})`),
  placed: w('占用名额', 'Has a place'),
  waits: w('候补', 'Waits'),
  entered: w('等待摇号', 'To be drawn'),
  left: w('已退出', 'Left'),
  byOrder: w('按受理先后自动分配', 'By the order of acceptance, by itself'),
  open: (closes: string) => w(`${closes} 后可以摇号`, `To be drawn after ${closes}`),
  intake: (count: number) =>
    w(`还有 ${count} 件没有受理完，办完才能摇号`, `${count} still at intake; finish these first`),
  nobody: w('没有等待摇号的申请', 'Nobody waits to be drawn'),
  headCalls: w('可以摇号，由首席代表宣布', 'Ready; the head calls the draw'),
  calledAt: (at: string) => w(`${at} 已宣布，公开日志正在摇出…`, `Called at ${at}; the public log draws…`),
  drawnAt: (at: string) => w(`${at} 已摇号`, `Drawn at ${at}`),
  draw: w('宣布摇号', 'Call the draw'),
  drawOf: (name: string) => w(`宣布摇号：${name}？`, `Call the draw: ${name}?`),
  drawWhat: (count: number, places: number) =>
    w(
      `${count} 件申请参加，摇出 ${places} 个名额，其余按摇出的次序候补。宣布一经记入公开日志，就由日志当时的树根摇出，任何人不能挑选，也不能重来；结果向社会公开并通知每一位申请人。`,
      `${count} applications are drawn for ${places} places; the others wait in the order in which they are drawn. Once the call stands in the public log, its root at that point draws: nobody can choose it, and it is done once. The outcome is public, and every applicant is told.`,
    ),
  called: w('已宣布摇号。', 'The draw is called.'),
} as const
