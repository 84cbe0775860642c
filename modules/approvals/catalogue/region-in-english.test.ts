import { expect, it } from 'vitest'
import { regionInEnglish } from './region-in-english.ts'

it.each([
  ['中山区', 'Zhongshan District 中山区'],
  ['瓦房店市', 'Wafangdian City 瓦房店市'],
  ['人民路街道', 'Renminlu Subdistrict 人民路街道'],
  ['七一社区', 'Qiyi Community 七一社区'],
  ['永安社区居委会', "Yong'an Community 永安社区居委会"],
  ['三台满族乡', 'Santai Manchu Township 三台满族乡'],
  ['夏家河子村民委员会', 'Xiajiahezi Village 夏家河子村民委员会'],
])('%s is %s', (name, english) => {
  expect(regionInEnglish(name)).toBe(english)
})
