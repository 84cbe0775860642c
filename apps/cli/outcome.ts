import type { Actor, Refusal, Words } from '@mashang/kit'

/** What the command's exit code tells a script. */
export const EXIT = {
  done: 0,
  /** Refused, or a check found something. */
  refused: 1,
  /** The command or a setting is wrong. */
  usage: 2,
  /** A receipt or the journal is not what the public log says. */
  damage: 3,
} as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** What a command found out. */
export interface Answer {
  /** Printed as one JSON object with `--json`, beside `ok`. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Printed otherwise, a line each. */
  readonly lines: readonly string[]
  /** Anything but `done` makes `ok` false. */
  readonly exit?: Exit
}

/** A refusal with an exit code of its own. */
export interface Refused {
  readonly refusal: Refusal
  readonly exit: Exit
}

export type Outcome = Answer | Refusal | Refused

/** Ends a command from within: an expected refusal that no caller can do anything about. */
export class Stopped extends Error {
  readonly refusal: Refusal
  readonly exit: Exit

  constructor(refusal: Refusal, exit: Exit = EXIT.refused) {
    super(refusal.code)
    this.refusal = refusal
    this.exit = exit
  }
}

/** Who the journal says has done what a command does. */
export const COMMAND_LINE: Actor = { kind: 'system', id: 'command-line', name: 'mashang' }

/** Texts of both languages around the same facts. */
export function both(zh: string, en: string): Words {
  return { zh, en }
}
