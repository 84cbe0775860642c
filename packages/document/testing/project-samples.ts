import type { DocumentBase } from '../contract.ts'
import type { ProjectLetters } from '../project-letters.ts'

/** Samples of the papers of a project. */
export const projectSamples = (numbered: (word: string) => DocumentBase): ProjectLetters => {
  const paper = {
    ...numbered('辅'),
    caseName: '项目代码',
    intro: '海边风筝博物馆项目的审批事项如下。',
    facts: [{ label: '建设单位', text: '大连海风筝文化发展有限公司' }],
    sections: [
      {
        title: '一、事项',
        table: {
          columns: [
            { title: '事项', width: 3 },
            { title: '部门', width: 2 },
          ],
          rows: [['建设用地规划许可证核发', '市自然资源局']],
        },
      },
      { title: '二、说明', paragraphs: ['同一阶段的事项同时办理。'] },
    ],
    ending: '以上内容一次告知。',
  }
  return {
    'guidance-list': paper,
    'meeting-minutes': paper,
    'joint-review': paper,
    'joint-acceptance': paper,
  }
}
