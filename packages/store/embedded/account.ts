import { readFileSync } from 'node:fs'
import { chown, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { OperatorError } from '@mashang/kit'

/**
 * The system account that runs PostgreSQL. It refuses to run as root, so root lends it to `nobody`, or to the
 * owner of the folder where an ordinary user has started it before.
 */
export interface Account {
  /** To be spread into the options of `spawn`; empty for ourselves. */
  readonly spawn: { readonly uid?: number; readonly gid?: number }
  /** Whether the account can get to `path` and read it: every folder above must let it through. */
  canReach(path: string): Promise<boolean>
  /** Gives `path` to the account. */
  own(path: string): Promise<void>
}

/** `existing` is the data folder of a server that may already be there. */
export async function chooseAccount(existing: string): Promise<Account> {
  if (process.getuid?.() !== 0) return ourselves
  const owner = await stat(existing).catch(() => undefined)
  const { uid, gid } = owner !== undefined && owner.uid !== 0 ? owner : nobody()
  return {
    spawn: { uid, gid },
    canReach: (path) => letsThrough(resolve(path), uid, gid),
    own: (path) => chown(path, uid, gid),
  }
}

const ourselves: Account = {
  spawn: {},
  canReach: async () => true,
  own: async () => {},
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  if (line === undefined) {
    throw new OperatorError({
      zh: 'PostgreSQL 不能以 root 运行，而本机没有可以借用的 nobody 账户。请用普通用户启动马上办，或设置 DATABASE_URL。',
      en:
        'PostgreSQL refuses to run as root and this system has no account "nobody" to lend it to. ' +
        'Start Mashang as an ordinary user, or set DATABASE_URL.',
    })
  }
  const [, , uid, gid] = line.split(':')
  // macOS writes -2 for what the kernel calls 4294967294.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

async function letsThrough(path: string, uid: number, gid: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return false
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0
  const needed = found.isDirectory() ? 0o1 : 0o4
  if (((found.mode >> shift) & needed) === 0) return false
  return dirname(path) === path || letsThrough(dirname(path), uid, gid)
}
