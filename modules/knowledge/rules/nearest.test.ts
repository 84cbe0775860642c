import { wordsToKeep } from '@mashang/search'
import { describe, expect, it } from 'vitest'
import { nearestAnswersComeFirst } from './nearest.ts'

const ANSWERS = [
  ['夜里可以放飞风筝吗？', '可以，但要带灯并提前说明。'],
  ['营业执照丢了怎么补办？', '登报声明后到窗口补领。'],
  ['食品经营许可证有效期多长？', '五年，届满三十日前申请延续。'],
  ['办证需要本人到场吗？', '不需要，可以委托他人。'],
].map(([question = '', answer = '']) => ({
  answer: question,
  asked: wordsToKeep(question),
  told: wordsToKeep(answer),
}))

describe('nearestAnswersComeFirst', () => {
  it.each([
    ['晚上夜里能不能放风筝', '夜里可以放飞风筝吗？'],
    ['我的营业执照遗失了，补办要带什么', '营业执照丢了怎么补办？'],
    ['食品许可证有效期是几年', '食品经营许可证有效期多长？'],
    ['可以委托别人去办吗，本人在外地', '办证需要本人到场吗？'],
  ])('%s', (text, nearest) => {
    expect(nearestAnswersComeFirst(wordsToKeep(text), ANSWERS)[0]).toBe(nearest)
  })

  it.each([['公积金怎么提取'], ['请问可以吗'], ['']])('nothing is near to: %s', (text) => {
    expect(nearestAnswersComeFirst(wordsToKeep(text), ANSWERS)).toEqual([])
  })
})
