/** Letters about a licence for the invented kite-flying permit, for tests and measurements. */
import type { DocumentBase, Rights } from '../contract.ts'
import type { LicenceLetters } from '../licence-letters.ts'

export function licenceLetters(base: DocumentBase, rights: Rights): LicenceLetters {
  const about = {
    ...base,
    caseName: '证照编号',
    licence: {
      name: '风筝放飞许可证',
      number: '大行许证字〔2026〕第000123号',
      validFrom: '2026-11-23',
      validUntil: '2027-11-22',
    },
    ground: '以欺骗、贿赂等不正当手段取得许可',
    basis: '《行政许可法》第六十九条第二款',
    reasons: ['经核实，申请时提交的放飞场地使用证明系伪造，场地权属单位从未出具该证明。'],
  }
  return {
    'revocation-notice': {
      ...about,
      answerBy: '2026-11-30',
      heardUnder: '《行政许可法》第七条',
      how: ['网上提出：在“我的证照”中打开本证照填写', '书面提出：送交或者寄交本机关'],
    },
    'revocation-decision': {
      ...about,
      statements: ['场地证明由代办人提供，本人不知情。'],
      rights,
    },
    'taking-back-decision': {
      ...about,
      ground: '准予许可所依据的客观情况发生重大变化，为了公共利益的需要',
      basis: '《行政许可法》第八条第二款',
      compensation: '依照实际损失给予补偿，由双方另行签订补偿协议。',
      rights,
    },
    'cancellation-decision': {
      ...about,
      ground: '持证人申请注销',
      basis: '《行政许可法》第七十条第六项',
      rights,
    },
  }
}
