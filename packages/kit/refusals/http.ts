import { says } from './text.ts'

/** Refusals of requests that are not well formed, or that the server cannot take just now. Alphabetical. */
export const HTTP_REFUSALS = {
  'api-key-not-accepted': says(
    401,
    '接口密钥无效或已被吊销。',
    'The API key is not valid or was revoked.',
    '请核对密钥，或向管理员申请新的密钥。',
    'Please check the key, or ask an administrator for a new one.',
  ),
  'body-malformed': says(
    400,
    '提交的内容无法读取。',
    'What was sent could not be read.',
    '请检查内容是否为完整、正确的 JSON 或表单。',
    'Please check that it is complete and well-formed JSON or form data.',
  ),
  'body-type-not-accepted': says(
    415,
    '这里不接受这种内容类型，应为 {accepted}。',
    'Content of this type is not accepted here; send {accepted}.',
    '请使用正确的 Content-Type 重新提交。',
    'Please send it again with the right Content-Type.',
  ),
  'idempotency-key-malformed': says(
    400,
    '幂等键（Idempotency-Key）格式不对。',
    'The Idempotency-Key is not well formed.',
    '请使用 1 到 128 个可见的 ASCII 字符。',
    'Please use 1 to 128 visible ASCII characters.',
  ),
  'not-available-now': says(
    503,
    '系统暂时不可用，您的操作没有完成。',
    'The system is not available just now, and your action was not completed.',
    '请稍后再试。',
    'Please try again in a moment.',
  ),
  'request-from-elsewhere': says(
    403,
    '为了您的账号安全，这次提交没有被接受：它来自其他网站。',
    'For your safety this was not accepted: it came from another site.',
    '请在本网站上重新操作。',
    'Please do it again on this site.',
  ),
  'too-busy': says(
    503,
    '系统正忙，您的操作没有完成。',
    'The system is very busy, and your action was not completed.',
    '请过几秒再试。',
    'Please try again in a few seconds.',
  ),
  'upload-missing': says(
    400,
    '没有收到文件。',
    'No file was received.',
    '请在名为 file 的字段中上传一个文件。',
    'Please upload one file in the field “file”.',
  ),
  'url-malformed': says(
    400,
    '网址格式不对。',
    'The address is not well formed.',
    '请检查网址是否完整。',
    'Please check that the address is complete.',
  ),
}
