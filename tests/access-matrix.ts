/**
 * Who may call what, written down a second time, by hand and apart from the endpoints: a change of access in a
 * contract has to be made here as well, knowingly. An endpoint without a line here fails the test.
 */

const EVERYONE = 'everyone'
const EVERY_ROLE =
  'window-clerk handling-officer inspector approval-head supervisor catalogue-editor administrator'
const INTAKE = 'window-clerk handling-officer'
const OFFICE = 'window-clerk handling-officer inspector approval-head'
const OFFICERS = 'handling-officer approval-head'
const READERS = `${OFFICE} supervisor`
const EDITORS = 'catalogue-editor administrator'
const SUPERVISORS = 'supervisor administrator'

/** `module.endpoint` → `everyone`, or the kinds, roles and scopes that are let in; all others are refused. */
export const ACCESS: Readonly<Record<string, string>> = {
  'identity.me': EVERYONE,
  'identity.sendCode': EVERYONE,
  'identity.signUp': EVERYONE,
  'identity.signInByCode': EVERYONE,
  'identity.signInByPassword': EVERYONE,
  'identity.signInStaff': EVERYONE,
  'identity.resetPassword': EVERYONE,
  'identity.signOut': EVERYONE,
  'identity.signOutEverywhere': `citizen ${EVERY_ROLE}`,
  'identity.changePassword': `citizen ${EVERY_ROLE}`,
  'identity.listEnterprises': 'citizen',
  'identity.addEnterprise': 'citizen',
  'identity.removeEnterprise': 'citizen',
  'identity.askChallenge': EVERYONE,
  'identity.signInByCertificate': EVERYONE,
  'identity.listCertificates': 'citizen',
  'identity.issueCertificate': 'citizen',
  'identity.bindCertificate': 'citizen',
  'identity.revokeCertificate': 'citizen',
  'identity.listStaff': 'administrator',
  'identity.addStaff': 'administrator',
  'identity.setStaffRoles': 'administrator',
  'identity.setStaffDisabled': 'administrator',
  'identity.resetStaffPassword': 'administrator',
  'identity.listKeys': 'administrator',
  'identity.addKey': 'administrator',
  'identity.revokeKey': 'administrator',
  'identity.listDemoMessages': EVERYONE,

  'approvals.findItems': EVERYONE,
  'approvals.suggestItems': EVERYONE,
  'approvals.getItemGuide': EVERYONE,
  'approvals.printItemNotice': EVERYONE,
  'approvals.printMaterialForm': EVERYONE,
  'approvals.browse': EVERYONE,
  'approvals.listRegions': EVERYONE,
  'approvals.listCatalogue': EDITORS,
  'approvals.checkItem': EDITORS,
  'approvals.publishItem': EDITORS,
  'approvals.suspendItem': EDITORS,
  'approvals.importItems': EDITORS,

  'approvals.startDraft': 'citizen',
  'approvals.listDrafts': 'citizen',
  'approvals.getDraft': 'citizen',
  'approvals.saveDraft': 'citizen',
  'approvals.dropDraft': 'citizen',
  'approvals.addDraftFile': 'citizen',
  'approvals.dropDraftFile': 'citizen',
  'approvals.submitDraft': 'citizen',
  'approvals.uploadFile': 'citizen files:write',
  'approvals.submitApplication': 'citizen applications:submit',
  'approvals.listMyApplications': 'citizen',
  'approvals.getApplication': 'citizen',
  'approvals.addCorrectionFile': 'citizen',
  'approvals.correctApplication': 'citizen',
  'approvals.withdrawApplication': 'citizen',
  'approvals.getReceipt': 'citizen',
  'approvals.openFile': `citizen ${OFFICE}`,
  'approvals.openDocument': `citizen ${READERS}`,
  'approvals.trackApplication': EVERYONE,
  'approvals.trackByCode': EVERYONE,
  'approvals.verifyDocument': EVERYONE,
  'approvals.verifyFile': EVERYONE,

  'approvals.consentToHeld': 'citizen',
  'approvals.declareMaterial': 'citizen',
  'approvals.listMyEvidence': 'citizen',
  'approvals.offerEvidence': 'citizen',
  'approvals.countRepeatedAsks': SUPERVISORS,

  'approvals.listInbox': READERS,
  'approvals.getCase': READERS,
  'approvals.findCaseByNumber': READERS,
  'approvals.acceptApplication': INTAKE,
  'approvals.requestCorrection': INTAKE,
  'approvals.declineApplication': INTAKE,
  'approvals.findNotNeeded': INTAKE,
  'approvals.correctOnTheSpot': INTAKE,
  'approvals.concludeStep': OFFICE,
  'approvals.stopClock': OFFICERS,
  'approvals.resumeClock': OFFICERS,
  'approvals.extendLimit': 'approval-head',
  'approvals.decideApplication': 'window-clerk handling-officer approval-head',
  'approvals.deliverResult': INTAKE,
  'approvals.postResult': INTAKE,
  'approvals.listCarriers': INTAKE,
  'approvals.sawOriginal': INTAKE,
  'approvals.remindOffice': SUPERVISORS,
  'approvals.getSupervision': SUPERVISORS,

  'log.getCheckpoint': EVERYONE,
  'log.getTile': EVERYONE,
  'log.getKey': EVERYONE,
  'log.verifyReceipt': EVERYONE,
}

const A_UUID = '019ab000-0000-7000-8000-000000000000'

/** What an endpoint with a row rule is called with in the test of rows; `id` and files are those of another's case. */
export const ROW_CALLS: Readonly<Record<string, { readonly input?: object; readonly query?: object }>> = {
  'identity.signOutEverywhere': {},
  'identity.changePassword': { input: { current: 'not the one', next: 'Another-kite-8' } },
  'identity.listEnterprises': {},
  'identity.addEnterprise': { input: { uscc: '91350100M000100Y43', name: '大连风筝文化有限公司' } },
  'identity.removeEnterprise': {},
  'identity.listCertificates': {},
  'identity.issueCertificate': {
    input: { challenge: A_UUID, signature: 'AAAA', uscc: '91350100M000100Y43', publicKey: 'AAAA' },
  },
  'identity.bindCertificate': { input: { challenge: A_UUID, signature: 'AAAA', certificate: 'AAAA' } },
  'identity.revokeCertificate': { input: { reason: 'lost' } },

  'approvals.getDraft': {},
  'approvals.saveDraft': { input: { form: {} } },
  'approvals.dropDraft': {},
  'approvals.addDraftFile': {},
  'approvals.dropDraftFile': {},
  'approvals.submitDraft': {},
  'approvals.consentToHeld': { input: { source: '01890000-0000-7000-8000-000000000001', agreed: true } },
  'approvals.declareMaterial': { input: { declared: true } },
  'approvals.offerEvidence': { input: { offered: false } },
  'approvals.getApplication': {},
  'approvals.addCorrectionFile': {},
  'approvals.correctApplication': { input: { form: {}, materials: [] } },
  'approvals.withdrawApplication': { input: { reason: '不再需要' } },
  'approvals.getReceipt': {},
  'approvals.openFile': {},
  'approvals.openDocument': {},

  'approvals.listInbox': {},
  'approvals.getCase': {},
  'approvals.findCaseByNumber': { query: { text: '王小明' } },
  'approvals.acceptApplication': { input: { expected: 1 } },
  'approvals.requestCorrection': { input: { expected: 1, points: [{ target: 'form', what: '请补充' }] } },
  'approvals.declineApplication': {
    input: { expected: 1, reason: '不属于本机关职权', rightOrgan: '市公安局' },
  },
  'approvals.findNotNeeded': { input: { expected: 1, reason: '不需要取得许可' } },
  'approvals.correctOnTheSpot': { input: { expected: 1, form: {}, note: '当场更正' } },
  'approvals.concludeStep': { input: { expected: 1, passed: true, findings: '材料齐全' } },
  'approvals.stopClock': { input: { expected: 1, kind: 'expert-review', reason: '专家评审', length: '5wd' } },
  'approvals.resumeClock': { input: { expected: 1, note: '评审结束' } },
  'approvals.extendLimit': { input: { expected: 1, reason: '情况复杂' } },
  'approvals.decideApplication': { input: { expected: 1, outcome: 'grant', reasons: '' } },
  'approvals.deliverResult': { input: { expected: 1, how: 'electronic' } },
  'approvals.postResult': { input: { expected: 1, carrier: 'ems', number: '1234567890123' } },
  'approvals.sawOriginal': { input: { expected: 1, materials: [{ material: 'plan' }] } },
}
