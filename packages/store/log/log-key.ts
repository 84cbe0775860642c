import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRefusal, OperatorError } from '@mashang/kit'
import { newSecretKey, readSecretKey, type Signer } from '@mashang/proof'

export interface LogKeyOptions {
  /** The server's data folder; the secret stands in its file `log.key`, readable by its owner alone. */
  readonly folder: string
  /** The log's name, e.g. `mashang.example/dalian/log`; the key bears it. */
  readonly origin: string
}

const FILE = 'log.key'

/**
 * The key that signs the log: made on the first start, the same ever after. Nodes that sequence one log share
 * the file. Throws where others may read it, where it is damaged, and where it belongs to another log.
 */
export async function loadLogKey({ folder, origin }: LogKeyOptions): Promise<Signer> {
  const path = join(folder, FILE)
  const text = (await findText(path)) ?? (await makeKey(path, origin))
  const signer = readSecretKey(text)
  if (isRefusal(signer))
    throw new OperatorError({
      zh: `${path} 里没有可用的日志密钥，请从备份中恢复这个文件。`,
      en: `${path} does not hold the key of a log; restore it from a backup.`,
    })
  if (signer.key.name !== origin) {
    throw new OperatorError({
      zh: `${path} 是日志 ${signer.key.name} 的密钥，而 LOG_ORIGIN 设为 ${origin}。请改回原来的名称，或给新日志用单独的数据文件夹。`,
      en:
        `${path} is the key of the log ${signer.key.name}, but LOG_ORIGIN is set to ${origin}. ` +
        'Set it back, or start the new log with a data folder of its own.',
    })
  }
  return signer
}

async function findText(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new OperatorError({
        zh: `${path} 是公开日志的签名密钥，其他账户也能读到它。请执行：chmod 600 ${path}`,
        en: `Others may read ${path}, which signs the public log. Run: chmod 600 ${path}`,
      })
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside and linked in place, so that two nodes starting at once end with one and the same key. */
async function makeKey(path: string, origin: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(`${newSecretKey(origin)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(aside)
  }
  return readFile(path, 'utf8')
}
