import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, fontSet } from './fonts.ts'
import { printable, printableText } from './printable.ts'

const everything = () => true
const covered = coverageOf(fontSet(new URL('./fonts/', import.meta.url)).folders)

describe('printable text', () => {
  it('keeps markup characters as they are', () => {
    const text = '#let x = 1 $a^2$ *b* _i_ `r` <b> & \\ @ref [x] “引” //c'
    expect(printableText(text, everything)).toBe(text)
  })

  it('drops what is invisible or turns the direction of the text', () => {
    expect(printableText('a\u202egpj.exe\u200b\u0000\u0007\ufe0f', everything)).toBe('agpj.exe')
  })

  it('keeps line breaks and makes tabs spaces', () => {
    expect(printableText('a\r\nb\rc\td', everything)).toBe('a\nb\nc d')
  })

  it('prints the code of a character that no font holds', () => {
    expect(printableText('𠮷田🏢', covered)).toBe('〔U+20BB7〕田〔U+1F3E2〕')
    expect(printableText('\ud800x', covered)).toBe('〔U+D800〕x')
  })

  it('opens places to break at in long runs, not in words', () => {
    expect(printableText('91210200MA0KITE12X', everything).split('\u200b')).toHaveLength(3)
    expect(printableText('administrative reconsideration,', everything)).toBe(
      'administrative reconsideration,',
    )
    expect(printableText('行'.repeat(80), everything)).toBe('行'.repeat(80))
  })

  it('loses no visible character, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const shown = printableText(text, everything).replaceAll('\u200b', '')
        const visible = text
          .replace(/\r\n?/g, '\n')
          .replaceAll('\t', ' ')
          .replace(/[\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]|(?!\n)\p{Cc}/gu, '')
        expect(shown).toBe(visible)
      }),
    )
  })

  it('leaves pictures alone and copies the rest', () => {
    const data = { qr: '<svg>\u200b</svg>', lines: ['a\u200bb', 1, null, true] }
    expect(printable(data, everything, ['qr'])).toEqual({
      qr: '<svg>\u200b</svg>',
      lines: ['ab', 1, null, true],
    })
  })
})

describe('the fonts', () => {
  it('hold every character of GB 2312', () => {
    const decoder = new TextDecoder('gb18030')
    const missing: string[] = []
    for (let row = 0xb0; row <= 0xf7; row += 1) {
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
        const character = decoder.decode(new Uint8Array([row, cell]))
        // D7FA–D7FE are not assigned in GB 2312.
        if (row === 0xd7 && cell >= 0xfa) continue
        if (!covered(character.codePointAt(0) ?? 0)) missing.push(character)
      }
    }
    expect(missing).toEqual([])
  })

  it('hold rarer characters of names in the national standard list', () => {
    for (const character of '㛃䶮𬭎𬭶丂㐂〇喆珺堃') expect(covered(character.codePointAt(0) ?? 0)).toBe(true)
  })
})
