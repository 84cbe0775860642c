import { Text } from '@mashang/flow'
import { endpoints, everyone, UPLOAD_REFUSALS } from '@mashang/kit'
import { Type } from 'typebox'
import { BundleCaseId, BundleCaseRow, BundleGuide, BundleId, BundleRow, BundleView } from './bundle.ts'
import { BundleAnswers, BundleSheet } from './sheet.ts'
import { windowEndpoints } from './window-endpoints.ts'

const strict = { additionalProperties: false }
const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-bundle' } as const
const readers = {
  for: 'some',
  staff: ['window-clerk', 'handling-officer', 'inspector', 'approval-head', 'supervisor'],
  row: 'bundle-of-own-organ',
} as const
const One = Type.Object({ id: BundleCaseId }, strict)
const sheet = { id: BundleCaseId, sheet: Type.Enum(['main', 'correction']) }
const Sheet = Type.Object(sheet, strict)
const gone = ['bundle-case-not-found', 'bundle-dropped'] as const

const publicEndpoints = endpoints({
  listBundles: {
    method: 'GET',
    path: '/api/bundles',
    summary: { zh: '一件事清单', en: 'What can be asked for together' },
    access: everyone,
    query: Type.Object({ text: Type.Optional(Type.String({ maxLength: 60 })) }, strict),
    output: Type.Object({ bundles: Type.Array(BundleRow) }, strict),
    refusals: [],
  },
  describeBundle: {
    method: 'POST',
    path: '/api/bundles/:bundle/guide',
    summary: { zh: '一件事指南，按情形', en: 'The guide of a bundle, for given circumstances' },
    access: everyone,
    params: Type.Object({ bundle: BundleId }, strict),
    input: Type.Object({ circumstances: BundleAnswers }, strict),
    output: BundleGuide,
    refusals: ['bundle-not-found'],
  },
  countBundles: {
    method: 'GET',
    path: '/api/bundles/figures',
    summary: { zh: '一件事公开数据', en: 'How many were done as bundles, and how quickly' },
    access: everyone,
    output: Type.Object(
      {
        bundles: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              name: Text,
              running: Type.Integer(),
              done: Type.Integer(),
              /** Licences that came of them. */
              licences: Type.Integer(),
              /** Average working days from submission to the last result. */
              days: Type.Optional(Type.Number()),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    refusals: [],
  },
})

const ownEndpoints = endpoints({
  startBundle: {
    method: 'POST',
    path: '/api/bundles/:bundle/start',
    summary: { zh: '开始办一件事', en: 'Begin a bundle' },
    access: citizens,
    params: Type.Object({ bundle: BundleId }, strict),
    input: Type.Object({ circumstances: BundleAnswers }, strict),
    output: BundleView,
    refusals: ['bundle-not-found', 'form-has-errors'],
  },
  listMyBundles: {
    method: 'GET',
    path: '/api/bundles/mine',
    summary: { zh: '我的一件事', en: 'My bundles' },
    access: citizens,
    output: Type.Object({ bundles: Type.Array(BundleCaseRow) }, strict),
    refusals: [],
  },
  getBundle: {
    method: 'GET',
    path: '/api/bundles/mine/:id',
    summary: { zh: '一件事进度', en: 'One bundle, to its applicant' },
    access: own,
    params: One,
    output: BundleView,
    refusals: ['bundle-case-not-found'],
  },
  dropBundle: {
    method: 'POST',
    path: '/api/bundles/mine/:id/drop',
    summary: { zh: '删除草稿', en: 'Drop a bundle that nothing was submitted of' },
    access: own,
    params: One,
    input: Type.Object({}, strict),
    output: BundleView,
    refusals: [...gone, 'bundle-submitted'],
  },
})

const sheetEndpoints = endpoints({
  getBundleSheet: {
    method: 'GET',
    path: '/api/bundles/mine/:id/sheets/:sheet',
    summary: { zh: '要填的和要交的', en: 'What is asked, each question and material once' },
    access: own,
    params: Sheet,
    output: BundleSheet,
    refusals: [...gone],
  },
  saveBundleSheet: {
    method: 'PUT',
    path: '/api/bundles/mine/:id/sheets/:sheet',
    summary: { zh: '保存', en: 'Keep what was typed, right or wrong' },
    access: own,
    params: Sheet,
    input: Type.Object(
      { answers: BundleAnswers, applicant: Type.Optional(Type.String({ maxLength: 18 })) },
      strict,
    ),
    output: BundleSheet,
    refusals: [...gone, 'form-too-large'],
    perMinute: 600,
  },
  addBundleFile: {
    method: 'POST',
    path: '/api/bundles/mine/:id/sheets/:sheet/materials/:material',
    summary: { zh: '上传一份材料，各事项共用', en: 'Upload a file for all items that ask for it' },
    access: own,
    params: Type.Object({ ...sheet, material: Type.String({ maxLength: 80 }) }, strict),
    takes: 'multipart',
    output: BundleSheet,
    refusals: [...gone, 'material-not-in-item', 'too-many-files', ...UPLOAD_REFUSALS],
    perMinute: 300,
  },
  dropBundleFile: {
    method: 'DELETE',
    path: '/api/bundles/mine/:id/sheets/:sheet/materials/:material/:digest',
    summary: { zh: '移除一个文件', en: 'Remove a file' },
    access: own,
    params: Type.Object(
      {
        ...sheet,
        material: Type.String({ maxLength: 80 }),
        digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      },
      strict,
    ),
    output: BundleSheet,
    refusals: [...gone],
  },
  submitBundle: {
    method: 'POST',
    path: '/api/bundles/mine/:id/submit',
    summary: { zh: '一次提交', en: 'Submit to all offices at once' },
    access: own,
    params: One,
    input: Type.Object(
      {
        /** Keys of the materials for which what the city holds may be used. */
        consents: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 60 }),
      },
      strict,
    ),
    output: BundleView,
    refusals: [...gone, 'bundle-lacks', 'nothing-to-submit-together'],
  },
  correctBundle: {
    method: 'POST',
    path: '/api/bundles/mine/:id/correct',
    summary: { zh: '一次补正', en: 'Answer all corrections at once' },
    access: own,
    params: One,
    input: Type.Object({}, strict),
    output: BundleView,
    refusals: [...gone, 'bundle-lacks', 'nothing-to-correct'],
  },
})

const deskEndpoints = endpoints({
  listBundlesAtDesk: {
    method: 'GET',
    path: '/api/bundles/desk',
    summary: { zh: '与本部门有关的一件事', en: 'Bundles that concern one’s office' },
    access: readers,
    query: Type.Object(
      {
        bundle: Type.Optional(BundleId),
        only: Type.Optional(Type.Enum(['running', 'late', 'done'])),
      },
      strict,
    ),
    output: Type.Object({ bundles: Type.Array(BundleCaseRow) }, strict),
    refusals: [],
  },
  getBundleAtDesk: {
    method: 'GET',
    path: '/api/bundles/desk/:id',
    summary: { zh: '一件事（工作台）', en: 'A bundle on the desk' },
    access: readers,
    params: One,
    output: BundleView,
    refusals: ['bundle-case-not-found'],
  },
  findBundleOfCase: {
    method: 'GET',
    path: '/api/bundles/desk/of/:id',
    summary: { zh: '办件所在的一件事', en: 'The bundle that an application is part of, if any' },
    access: readers,
    params: One,
    output: Type.Object({ bundle: Type.Optional(BundleView) }, strict),
    refusals: [],
  },
})

/** Every endpoint of the module. */
export const bundlesEndpoints = {
  ...publicEndpoints,
  ...ownEndpoints,
  ...sheetEndpoints,
  ...deskEndpoints,
  ...windowEndpoints,
}
