import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of, utf8 } from './bytes.ts'
import { formatCheckpoint, openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.ts'
import { hashLeaf } from './merkle.ts'
import {
  formatVerifierKey,
  newSecretKey,
  openNote,
  readNote,
  readSecretKey,
  readVerifierKey,
  type Signer,
  signNote,
  type VerifierKey,
} from './note.ts'

// The vectors of golang.org/x/mod/sumdb/note.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETER_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

function keyOf(text: string): VerifierKey {
  const key = readVerifierKey(text)
  if (isRefusal(key)) throw new Error(key.code)
  return key
}

function signerOf(secret: string): Signer {
  const signer = readSecretKey(secret)
  if (isRefusal(signer)) throw new Error(signer.code)
  return signer
}

const codeOf = (value: unknown) => (isRefusal(value) ? value.code : 'none')

describe('keys', () => {
  it('are read and written as Go writes them', () => {
    expect(formatVerifierKey(keyOf(PETER))).toBe(PETER)
    expect(formatVerifierKey(signerOf(PETER_SECRET).key)).toBe(PETER)
  })

  it('are refused where any part is cut or changed', () => {
    const mangled = (text: string) => [
      ...Array.from({ length: text.length - 1 }, (_, at) => text.slice(at + 1)),
      ...Array.from({ length: text.length }, (_, at) => text.slice(0, at)),
      ...Array.from(text, (character, at) => {
        return text.slice(0, at) + String.fromCharCode(character.charCodeAt(0) + 1) + text.slice(at + 1)
      }),
    ]
    for (const text of mangled(PETER)) expect(codeOf(readVerifierKey(text)), text).toBe('log-key-malformed')
    for (const text of mangled(PETER_SECRET))
      expect(codeOf(readSecretKey(text)), text).toBe('log-key-malformed')
  })

  it('are refused at another length or of another kind, though their id fits', () => {
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='
    const other = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect(codeOf(readVerifierKey(long))).toBe('log-key-malformed')
    expect(codeOf(readVerifierKey(other))).toBe('log-key-malformed')
  })

  it('are made anew, each another, with a name that is none of a file system', () => {
    const secret = newSecretKey('mashang.example/dalian/log')
    const { key } = signerOf(secret)
    expect(keyOf(formatVerifierKey(key))).toEqual(key)
    expect(newSecretKey('mashang.example/dalian/log')).not.toBe(secret)
    expect(() => newSecretKey('with space')).toThrow(TypeError)
    expect(() => newSecretKey('with+plus')).toThrow(TypeError)
  })
})

describe('notes', () => {
  const note = `${TEXT}\n${PETER_LINE}${ENOCH_LINE}`

  it('are signed as Go signs them', () => {
    expect(signNote(TEXT, [signerOf(PETER_SECRET)])).toBe(`${TEXT}\n${PETER_LINE}`)
    expect(() => signNote('no line', [])).toThrow(TypeError)
    expect(() => signNote('a\tb\n', [])).toThrow(TypeError)
  })

  it('open with either key, and pass over the signatures of others', () => {
    expect(openNote(note, keyOf(PETER))).toBe(TEXT)
    expect(openNote(note, keyOf(ENOCH))).toBe(TEXT)
    expect(openNote(`${TEXT}\n${PETER_LINE}`, keyOf(PETER))).toBe(TEXT)
    const stranger = signerOf(newSecretKey('PeterNeumann')).key
    expect(codeOf(openNote(note, stranger))).toBe('note-not-signed')
    expect(codeOf(openNote(`${TEXT}\n${PETER_LINE}`, keyOf(ENOCH)))).toBe('note-not-signed')
  })

  it('do not open with a false signature of the key, even beside a true one', () => {
    const bent = `${PETER_LINE.slice(0, 60)}ABCD${PETER_LINE.slice(60)}`
    expect(codeOf(openNote(`${TEXT}\n${bent}`, keyOf(PETER)))).toBe('note-signature-false')
    expect(codeOf(openNote(`${note}${bent}`, keyOf(PETER)))).toBe('note-signature-false')
    expect(codeOf(openNote(note.replace('know', 'knew'), keyOf(PETER)))).toBe('note-signature-false')
  })

  it.each([
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${PETER_LINE.slice(0, -1)}`,
    `\x01${TEXT}\n${PETER_LINE}`,
    `\ud800${TEXT}\n${PETER_LINE}`,
    `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Bad Name')}`,
    `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Bad+Name')}`,
    `${TEXT}\n${PETER_LINE}Unexpected line.\n`,
    `${TEXT}\n— PeterNeumann x08g\n`,
    `${TEXT}\n${PETER_LINE.repeat(101)}`,
    `${'x'.repeat(1_000_001)}\n\n${PETER_LINE}`,
    '',
  ])('are malformed when they are not lines, a blank line and signatures (%#)', (malformed) => {
    expect(codeOf(readNote(malformed))).toBe('note-malformed')
  })
})

describe('checkpoints', () => {
  const root = hashLeaf(utf8('hello world'))
  // The golden text of golang.org/x/mod/sumdb/tlog.
  const golden = 'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n'

  it('are written and read as Go does', () => {
    const checkpoint = { origin: 'go.sum database tree', size: 123_456_789_012, root }
    expect(formatCheckpoint(checkpoint)).toBe(golden)
    expect(readCheckpoint(golden)).toEqual({ ...checkpoint, extensions: [] })
    expect(readCheckpoint(`${golden}more\nlines\n`)).toEqual({ ...checkpoint, extensions: ['more', 'lines'] })
    expect(() => formatCheckpoint({ ...checkpoint, origin: '' })).toThrow(TypeError)
    expect(() => formatCheckpoint({ ...checkpoint, extensions: ['two\nlines'] })).toThrow(TypeError)
  })

  it.each([
    golden.slice(0, -1),
    golden.replace('123456789012', '0xabcdef'),
    golden.replace('123456789012', '0123'),
    golden.replace('123456789012', '-1'),
    golden.replace('123456789012', '9007199254740993'),
    golden.replace('HmuwBb0=', 'HmuwBTOOBIG='),
    golden.replace('Tszz', 'Tsz'),
    golden.replace('go.sum database tree', ''),
    `${golden}\n`,
    'one line\n',
  ])('are malformed otherwise (%#)', (malformed) => {
    expect(codeOf(readCheckpoint(malformed))).toBe('checkpoint-malformed')
  })

  it('are opened by the key of their own log only', () => {
    const signer = signerOf(newSecretKey('mashang.example/dalian/log'))
    const note = signCheckpoint({ origin: 'mashang.example/dalian/log', size: 1, root }, signer)
    expect(openCheckpoint(note, signer.key)).toMatchObject({ size: 1 })
    expect(codeOf(openCheckpoint(note, keyOf(PETER)))).toBe('note-not-signed')
    const foreign = signCheckpoint({ origin: 'elsewhere.example/log', size: 1, root }, signer)
    expect(codeOf(openCheckpoint(foreign, signer.key))).toBe('checkpoint-of-another-log')
    const noCheckpoint = signNote('hello\n', [signer])
    expect(codeOf(openCheckpoint(noCheckpoint, signer.key))).toBe('checkpoint-malformed')
  })

  it('do not survive a change of any character', () => {
    const signer = signerOf(newSecretKey('mashang.example/dalian/log'))
    const note = signCheckpoint({ origin: 'mashang.example/dalian/log', size: 42, root }, signer)
    const property = fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 94 }), (at, by) => {
      const unit = note.charCodeAt(at)
      const other = String.fromCharCode(((unit - 0x20 + by) % 95) + 0x20)
      const changed = note.slice(0, at) + other + note.slice(at + 1)
      if (changed !== note) expect(isRefusal(openCheckpoint(changed, signer.key))).toBe(true)
    })
    fc.assert(property, { numRuns: 200 })
    expect(base64Of(root)).toHaveLength(44)
  })
})
