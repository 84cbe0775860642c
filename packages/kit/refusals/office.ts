import { says } from './text.ts'

/** What the catalogue office refuses. Alphabetical. */
export const OFFICE_REFUSALS = {
  'item-cancelled-already': says(
    409,
    '这个事项已经决定自 {on} 起取消。',
    'This item is already to end on {on}.',
  ),
  'item-code-taken': says(
    409,
    '编码 {code} 已被“{name}”使用。',
    'The code {code} is that of “{name}”.',
    '请换一个编码，或者留空由系统编号。',
    'Choose another, or leave it empty to have one proposed.',
  ),
  'item-code-twice': says(
    422,
    '编码 {code} 在这一次中用了两次。',
    'The code {code} is used twice in this request.',
    '每个事项要有自己的编码。',
    'Each item needs a code of its own.',
  ),
  'item-draft-changed': says(
    409,
    '您打开之后，{by}保存过这份草稿。',
    'This draft was saved by {by} after you opened it.',
    '请先看对方改了什么，再保存您的修改；您填写的内容没有丢失。',
    'Look at what changed, then save yours; nothing you typed is lost.',
  ),
  'item-has-a-draft': says(
    409,
    '这个事项已有正在修订的第 {version} 版（{by}）。',
    'Version {version} of this item is being drafted already ({by}).',
    '请在那一版上继续，或者先将它作废。',
    'Go on with that one, or discard it first.',
  ),
  'item-keeps-its-code': says(
    422,
    '草稿的编码和版本不能更改：应为 {code} 第 {version} 版，收到的是 {given}。',
    'A draft keeps its code and version: {code} {version}, not {given}.',
    '需要别的编码时，请用“复制为新事项”。',
    'For another code, copy it as a new item.',
  ),
  'item-needs-another-person': says(
    403,
    '{name}参与过这一版的拟制，不能由本人审核。',
    '{name} had a hand in this version, so somebody else has to approve it.',
    '请另一位事项管理员或系统管理员审核。',
    'Ask another catalogue editor or an administrator.',
  ),
  'item-not-a-draft': says(
    409,
    '第 {version} 版不是草稿（{status}），不能修改。',
    'Version {version} is no draft ({status}) and cannot be changed.',
    '审核中的请先撤回；已公布的请建立修订版。',
    'Recall it from approval, or begin a revision of what is published.',
  ),
  'item-not-approved': says(
    409,
    '第 {version} 版还没有审核通过（{status}），不能公布。',
    'Version {version} is not approved ({status}) and cannot be published.',
    '请先送审，由另一位管理员审核通过。',
    'Submit it, and have another editor approve it.',
  ),
  'item-not-submitted': says(
    409,
    '第 {version} 版没有在审核中（{status}）。',
    'Version {version} is not up for approval ({status}).',
  ),
  'item-parts-not-approved': says(
    409,
    '替代 {code} 的事项还有 {count} 个没有审核通过：{open}。',
    '{count} items that take the place of {code} are not approved yet: {open}.',
    '拆分后的事项一起公布；请先审核它们，或者作废不要的草稿。',
    'Parts of a split are published together; approve them, or discard those not wanted.',
  ),
  'item-return-needs-a-reason': says(422, '退回修改要写明原因。', 'Say why it is returned.'),
  'nothing-to-export': says(
    404,
    '没有可以导出的事项。',
    'There is nothing to export.',
    '请换一个筛选条件；不完整的草稿请导出 JSON。',
    'Choose another filter; drafts that are not whole go out as JSON.',
  ),
  'organ-or-type-not-known': says(
    422,
    '本市没有部门“{organ}”，或者没有权力类型“{type}”。',
    'The city has no organ “{organ}”, or no kind of power “{type}”.',
  ),
  'publication-day-passed': says(
    422,
    '{day} 已经过去，今天是 {today}。',
    '{day} has passed; today is {today}.',
    '请选今天或以后的日期。',
    'Choose today or a later day.',
  ),
}
