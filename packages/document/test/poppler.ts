import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs one of poppler's programs on a PDF; `{file}` stands for its path. */
export function poppler(program: string, pdf: Uint8Array, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-document-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    const run = spawnSync(
      program,
      args.map((arg) => arg.replace('{file}', file)),
      { encoding: 'utf8' },
    )
    return run.stdout + run.stderr
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether a program is installed; says so once where it is not. */
export function installed(program: string): boolean {
  const found = spawnSync(program, ['-v']).error === undefined
  if (!found)
    console.warn(`${program} is not installed (Debian: poppler-utils, openssl): its tests are skipped.`)
  return found
}

/** The text of a PDF in reading order, without white space. */
export function textOf(pdf: Uint8Array): string {
  return poppler('pdftotext', pdf, ['-raw', '{file}', '-']).replace(/\s/g, '')
}

export function pagesOf(pdf: Uint8Array): number {
  return Number(/^Pages:\s+(\d+)/m.exec(poppler('pdfinfo', pdf, ['{file}']))?.[1])
}
