import { endpoints, UPLOAD_REFUSALS } from '@mashang/kit'
import { Type } from 'typebox'
import { FactsInput, ProjectId } from './project.ts'
import { own, strict } from './reach.ts'
import { StageSheet, StageSubmission } from './sheet.ts'

const stage = { id: ProjectId, stage: Type.String({ maxLength: 60 }) }
const Stage = Type.Object(stage, strict)
const gone = ['project-not-found', 'stage-not-found', 'project-withdrawn'] as const

/** 一次提交本阶段: one page for all applications of a stage. */
export const sheetEndpoints = endpoints({
  getSheet: {
    method: 'GET',
    path: '/api/projects/mine/:id/stages/:stage',
    summary: { zh: '本阶段要填的和要交的', en: 'What a stage asks, each question and material once' },
    access: own,
    params: Stage,
    output: StageSheet,
    refusals: [...gone],
  },
  saveSheet: {
    method: 'PUT',
    path: '/api/projects/mine/:id/stages/:stage',
    summary: { zh: '保存', en: 'Keep what was typed, right or wrong' },
    access: own,
    params: Stage,
    input: Type.Object({ answers: FactsInput }, strict),
    output: StageSheet,
    refusals: [...gone, 'form-too-large'],
    perMinute: 600,
  },
  addSheetFile: {
    method: 'POST',
    path: '/api/projects/mine/:id/stages/:stage/materials/:material',
    summary: { zh: '上传一份材料，各事项共用', en: 'Upload a file for all items that ask for the material' },
    access: own,
    params: Type.Object({ ...stage, material: Type.String({ maxLength: 80 }) }, strict),
    takes: 'multipart',
    output: StageSheet,
    refusals: [...gone, 'material-not-in-item', 'too-many-files', ...UPLOAD_REFUSALS],
    perMinute: 300,
  },
  dropSheetFile: {
    method: 'DELETE',
    path: '/api/projects/mine/:id/stages/:stage/materials/:material/:digest',
    summary: { zh: '移除一个文件', en: 'Remove a file' },
    access: own,
    params: Type.Object(
      {
        ...stage,
        material: Type.String({ maxLength: 80 }),
        digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      },
      strict,
    ),
    output: StageSheet,
    refusals: [...gone],
  },
  submitStage: {
    method: 'POST',
    path: '/api/projects/mine/:id/stages/:stage/submit',
    summary: { zh: '一次提交本阶段', en: 'Submit the applications of a stage, side by side' },
    access: own,
    params: Stage,
    input: Type.Object(
      { items: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 30 })) },
      strict,
    ),
    output: StageSubmission,
    refusals: [...gone, 'stage-lacks', 'nothing-to-submit'],
  },
})
