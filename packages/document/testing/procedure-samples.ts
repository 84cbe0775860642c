import type { DocumentBase } from '../contract.ts'
import type { ProcedureData } from '../procedure-contract.ts'

/** Samples of the letters of procedures. */
export const procedureSamples = (numbered: (word: string) => DocumentBase): ProcedureData<DocumentBase> => ({
  'opinion-request': {
    ...numbered('询'),
    organs: ['大连市公安局', '大连市自然资源局'],
    note: '请就放飞场地的人流疏散和用地提出意见。',
    due: '2026-11-27',
    basis: '《行政许可法》第二十六条',
  },
  'announcement-notice': {
    ...numbered('示'),
    text: '大连海风筝文化发展有限公司申请于2027年5月1日在人民广场举办风筝节，预计一千二百人参加。',
    from: '2026-11-24',
    until: '2026-11-30',
    url: 'https://zwfw.example.gov.cn/announcements',
  },
  'hearing-rights-notice': {
    ...numbered('听告'),
    note: '活动期间广场周边道路将临时封闭。',
    parties: ['人民广场社区居民委员会'],
    until: '2026-11-30',
    basis: '《行政许可法》第四十七条',
  },
  'hearing-notice': {
    ...numbered('听通'),
    on: '2026-12-10',
    time: '09:00',
    place: '市公共行政服务中心 5 楼听证室',
    chair: '马主持',
    recorder: '田记录',
    basis: '《行政许可法》第四十八条',
  },
})
