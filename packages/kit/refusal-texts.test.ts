import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refuse } from './refusal.ts'
import { problemOf, REFUSALS, textOf } from './refusal-texts.ts'

const folder = join(import.meta.dirname, 'refusals')
const CHINESE = /\p{Script=Han}/u
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the catalogue of refusals', () => {
  it('speaks both languages, with the same facts in both', () => {
    for (const [code, { title, mend, status }] of Object.entries(REFUSALS)) {
      for (const words of mend ? [title, mend] : [title]) {
        expect(CHINESE.test(words.zh), code).toBe(true)
        expect(CHINESE.test(words.en), code).toBe(false)
        expect(placeholders(words.en), code).toEqual(placeholders(words.zh))
      }
      expect(status, code).toBeGreaterThanOrEqual(400)
    }
  })

  it('takes up every area, each code once and in the order of the alphabet', async () => {
    const areas = readdirSync(folder).filter((name) => name !== 'text.ts')
    const codes: string[] = []
    for (const area of areas) {
      const tables: Record<string, object> = await import(join(folder, area))
      for (const table of Object.values(tables)) {
        expect(Object.keys(table), area).toEqual(Object.keys(table).toSorted())
        codes.push(...Object.keys(table))
      }
    }
    expect(codes.toSorted()).toEqual(Object.keys(REFUSALS).toSorted())
  })

  it('fills facts: lists are joined, pairs of texts follow the language, missing ones leave a gap', () => {
    const facts = { found: { zh: '文本', en: 'text' }, accepted: ['pdf', 'png'] }
    expect(textOf('file-type-not-accepted', facts, 'zh')).toBe(
      '这里不接受这种类型的文件（文本），可以上传：pdf、png。请换成可接受的格式后重新上传。',
    )
    expect(textOf('file-type-not-accepted', facts, 'en')).toContain(
      '(text) are not accepted here; you can upload: pdf, png.',
    )
    expect(textOf('too-long', {}, 'en')).toBe('Too long; at most … characters.')
  })

  it('throws on a code it does not know, inherited names included', () => {
    expect(() => textOf('no-such-code', {}, 'zh')).toThrow('no-such-code')
    expect(() => textOf('toString', {}, 'zh')).toThrow('toString')
  })

  it('gives problem details (RFC 9457) in the language asked for, with both beside it', () => {
    const refusal = refuse('input-invalid', {
      rule: 'formMustBeComplete',
      facts: { count: 1 },
      fields: [{ path: 'form.site', code: 'too-short', facts: { limit: 2 } }],
    })
    expect(problemOf(refusal, 'en')).toEqual({
      type: '/problems/input-invalid',
      title: 'There are 1 things to mend in what you entered.',
      status: 422,
      detail: 'There are 1 things to mend in what you entered. Please follow the hints and send it again.',
      code: 'input-invalid',
      rule: 'formMustBeComplete',
      facts: { count: 1 },
      fields: [
        {
          path: 'form.site',
          code: 'too-short',
          message: 'Too short; at least 2 characters.',
          words: { zh: '内容太短，至少 2 个字。', en: 'Too short; at least 2 characters.' },
        },
      ],
      words: {
        zh: '您填写的内容有 1 处需要修改。请按各处的提示修改后重新提交。',
        en: 'There are 1 things to mend in what you entered. Please follow the hints and send it again.',
      },
    })
  })
})
