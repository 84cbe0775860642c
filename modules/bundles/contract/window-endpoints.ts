import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { BundleCaseId, BundleCaseRow, BundleId, BundleView } from './bundle.ts'
import { BundleAnswers } from './sheet.ts'
import { WindowSheet } from './window.ts'

const strict = { additionalProperties: false }
/** The clerks of the centre take in for every organ. */
const clerks = { for: 'some', staff: ['window-clerk'] } as const
const own = { ...clerks, row: 'own-window-bundle' } as const
const One = Type.Object({ id: BundleCaseId }, strict)
const material = { material: Type.String({ maxLength: 80 }) }
const Material = Type.Object({ id: BundleCaseId, ...material }, strict)
const gone = ['bundle-case-not-found', 'bundle-dropped'] as const

/** A bundle taken in at a window: as its applicant does it at home, with originals seen and a printed slip. */
export const windowEndpoints = endpoints({
  openBundleAtWindow: {
    method: 'POST',
    path: '/api/bundles/window',
    summary: { zh: '窗口收一件事', en: 'Begin a bundle at a window, for a walk-in' },
    access: clerks,
    input: Type.Object(
      {
        bundle: BundleId,
        person: Type.String({ format: 'uuid' }),
        circumstances: BundleAnswers,
        /** In whose name: `person`, or the credit code of an enterprise. */
        applicant: Type.Optional(Type.String({ maxLength: 18 })),
      },
      strict,
    ),
    output: BundleView,
    refusals: ['bundle-not-found', 'form-has-errors', 'person-not-found'],
  },
  listBundlesAtWindow: {
    method: 'GET',
    path: '/api/bundles/window',
    summary: { zh: '没收完的一件事', en: 'Bundles that this clerk has not finished' },
    access: clerks,
    output: Type.Object({ bundles: Type.Array(BundleCaseRow) }, strict),
    refusals: [],
  },
  getWindowSheet: {
    method: 'GET',
    path: '/api/bundles/window/:id',
    summary: { zh: '窗口填报', en: 'What is asked, as the clerk fills it in' },
    access: own,
    params: One,
    output: WindowSheet,
    refusals: [...gone],
  },
  saveWindowSheet: {
    method: 'PUT',
    path: '/api/bundles/window/:id',
    summary: { zh: '保存', en: 'Keep what was typed, right or wrong' },
    access: own,
    params: One,
    input: Type.Object(
      { answers: BundleAnswers, applicant: Type.Optional(Type.String({ maxLength: 18 })) },
      strict,
    ),
    output: WindowSheet,
    refusals: [...gone, 'form-too-large'],
    perMinute: 600,
  },
  addWindowFile: {
    method: 'POST',
    path: '/api/bundles/window/:id/materials/:material',
    summary: { zh: '扫描一份材料，各事项共用', en: 'Scan a material for all items that ask for it' },
    access: own,
    params: Material,
    takes: 'multipart',
    output: WindowSheet,
    refusals: [
      ...gone,
      'material-not-in-item',
      'too-many-files',
      'file-too-large',
      'file-empty',
      'file-type-not-accepted',
      'file-name-not-accepted',
      'file-type-mismatch',
      'upload-broken-off',
    ],
    perMinute: 300,
  },
  dropWindowFile: {
    method: 'DELETE',
    path: '/api/bundles/window/:id/materials/:material/:digest',
    summary: { zh: '移除一个文件', en: 'Remove a file' },
    access: own,
    params: Type.Object(
      { id: BundleCaseId, ...material, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
      strict,
    ),
    output: WindowSheet,
    refusals: [...gone],
  },
  markWindowMaterial: {
    method: 'POST',
    path: '/api/bundles/window/:id/materials/:material/seen',
    summary: { zh: '原件已核验', en: 'The files were compared with their original, or not after all' },
    access: own,
    params: Material,
    input: Type.Object(
      {
        is: Type.Boolean(),
        validTo: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      },
      strict,
    ),
    output: WindowSheet,
    refusals: [...gone, 'material-not-in-item', 'material-not-uploaded'],
  },
  submitAtWindow: {
    method: 'POST',
    path: '/api/bundles/window/:id/submit',
    summary: { zh: '收件，一次送给全部部门', en: 'Take it in: to all offices at once' },
    access: own,
    params: One,
    /** Keys of the materials for which the applicant agreed, here, to the use of what the city holds. */
    input: Type.Object({ consents: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 60 }) }, strict),
    output: BundleView,
    refusals: [...gone, 'bundle-lacks', 'nothing-to-submit-together'],
  },
  dropAtWindow: {
    method: 'POST',
    path: '/api/bundles/window/:id/drop',
    summary: { zh: '放弃', en: 'Drop a bundle that nothing was submitted of' },
    access: own,
    params: One,
    input: Type.Object({}, strict),
    output: BundleView,
    refusals: [...gone, 'bundle-submitted'],
  },
})
