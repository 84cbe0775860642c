import { says } from './text.ts'

/** Refusals of the public log and its receipts. Alphabetical. */
export const LOG_REFUSALS = {
  'checkpoint-malformed': says(
    422,
    '日志检查点的格式不正确。',
    'The checkpoint of the log is not in the right form.',
  ),
  'checkpoint-of-another-log': says(
    422,
    '这个检查点属于另一个日志（{found}），不属于 {expected}。',
    'This checkpoint belongs to another log ({found}), not to {expected}.',
  ),
  'log-key-malformed': says(
    422,
    '日志公钥的格式不正确。',
    'The key of the log is not in the right form.',
    '请从本系统的“/log/key”重新取得公钥。',
    'Please fetch the key again from “/log/key” of this system.',
  ),
  'log-not-started': says(
    503,
    '公开日志还没有开始记录。',
    'The public log has not been started yet.',
    '请稍后再试。',
    'Please try again in a moment.',
  ),
  'log-tile-not-found': says(
    404,
    '公开日志中没有这个数据块。',
    'The public log has no such tile.',
    '请先读取最新的检查点，只取其规模以内的数据块。',
    'Please read the latest checkpoint first, and fetch only tiles within its size.',
  ),
  'note-malformed': says(422, '签名文本的格式不正确。', 'The signed note is not in the right form.'),
  'note-not-signed': says(
    422,
    '文本没有密钥 {key} 的签名。',
    'The note bears no signature of the key {key}.',
  ),
  'note-signature-false': says(
    422,
    '文本上密钥 {key} 的签名无效。',
    'The signature of the key {key} on the note is false.',
  ),
  'receipt-entry-altered': says(
    422,
    '回执无效：回执所载的内容与其数字指纹不一致，内容被改动过。',
    'The receipt is not valid: what it says does not match its digital fingerprint, so it has been altered.',
    '请使用下载时的原始回执文件重新验证，或在“我的办件”中重新下载回执。',
    'Please check the original file as it was downloaded, or download the receipt again from “My applications”.',
  ),
  'receipt-malformed': says(
    422,
    '这不是一份完整的回执。',
    'This is not a complete receipt.',
    '请上传下载时的原始回执文件，或粘贴其全部内容。',
    'Please upload the original file of the receipt, or paste the whole of its text.',
  ),
  'receipt-not-in-log': says(
    422,
    '回执无效：证明不能说明该记录在公开日志中。',
    'The receipt is not valid: its proof does not show that the record stands in the public log.',
    '请使用下载时的原始回执文件重新验证，或在“我的办件”中重新下载回执。',
    'Please check the original file as it was downloaded, or download the receipt again from “My applications”.',
  ),
  'receipt-not-of-this-log': says(
    409,
    '回执的签名有效，但其检查点与本系统现在的公开日志不一致。',
    'The receipt is signed, but its checkpoint does not agree with the public log as it stands now.',
    '请保存好这份回执，并向政务服务监督部门反映：这说明日志可能被改写过。',
    'Please keep this receipt and tell the supervisors of the service centre: the log may have been rewritten.',
  ),
  'receipt-not-signed': says(
    422,
    '回执无效：其中的检查点没有本日志密钥的有效签名。',
    'The receipt is not valid: its checkpoint bears no valid signature of the key of this log.',
    '请确认回执由本系统出具，并核对日志公钥。',
    'Please make sure that this system issued the receipt, and check the key of the log.',
  ),
}
