import { pinyin } from 'pinyin-pro'

/** Kinds of region by the end of the name, the longer ending first. */
const KINDS: readonly (readonly [ending: string, english: string])[] = [
  ['村民委员会', 'Village'],
  ['居民委员会', 'Community'],
  ['社区居委会', 'Community'],
  ['满族乡', 'Manchu Township'],
  ['村委会', 'Village'],
  ['居委会', 'Community'],
  ['街道', 'Subdistrict'],
  ['社区', 'Community'],
  ['农场', 'Farm'],
  ['村', 'Village'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['区', 'District'],
  ['县', 'County'],
  ['市', 'City'],
]

/**
 * A region for those who read no Chinese, with its own name behind it: `Zhongshan District 中山区`. An aid to reading, by
 * the usual sound of each character: a place may call itself otherwise.
 */
export function regionInEnglish(name: string): string {
  const [ending = '', kind = ''] = KINDS.find(([end]) => name.endsWith(end) && name.length > end.length) ?? []
  const proper = romanised(name.slice(0, name.length - ending.length))
  return [proper, kind, name].filter(Boolean).join(' ')
}

/** Joined as names of places are (GB/T 28039): one word, an apostrophe before a syllable that begins with a vowel. */
function romanised(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const word = syllables.map((one, at) => (at > 0 && /^[aoe]/.test(one) ? `'${one}` : one)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
