import { v7 as uuid } from 'uuid'
import { testPassword } from '#modules/accounts/testing/enrol.ts'
import type { County } from './county.ts'

export const evidence = { giverName: '贺秀兰', items: [{ name: '购物小票', quantity: '1 张', features: '' }] }

export const aPlace = { name: '东关农贸市场', location: '东关街 8 号' }

export const newOfficer = ({ world }: County) => ({
  name: '新警官',
  unitCode: world.station,
  position: '民警',
  officePhone: null,
  grants: [],
})

const counter = () => ({ id: uuid(), reason: '遗失', identityCheck: 'id-card' })

const helped = () => ({ disposition: 'helped', note: '已帮助' })

/** What an endpoint must be sent besides the ids, so that only the id can be at fault. */
export const bodiesIn = (county: County): Readonly<Record<string, () => object>> => ({
  'incidents.dispatch': () => ({ unitCodes: [county.world.station] }),
  'incidents.recall': () => ({ unitCode: county.world.station, reason: '不用去了' }),
  'incidents.handOn': () => ({ unitCode: county.far, reason: '不属本所辖区' }),
  'incidents.dispose': helped,
  'incidents.correct': () => ({ ...helped(), reason: '复核后更正' }),
  'incidents.handOver': () => ({ to: '市场监管局', way: 'in-person', reporterTold: 'by-phone' }),
  'incidents.fileCase': () => ({ caseId: uuid(), causeCode: 'psapl-51', matter: '夜市推搡' }),
  'incidents.refuseFiling': () => ({ paperId: uuid(), reason: '没有违法事实' }),
  'incidents.issueNotice': () => ({ paperId: uuid(), form: 'transfer-notice', addressee: '邻县公安局', reason: '不属本局管辖' }),
  'incidents.receiveEvidence': () => ({ paperId: uuid(), ...evidence }),
  'incidents.recordTelling': () => ({ tellingId: uuid(), way: 'in-person', isDisputed: false }),
  'incidents.addCall': () => ({ callId: uuid(), channel: '110', said: '又来电' }),
  'incidents.merge': () => ({ intoId: uuid(), reason: '同一件' }),
  'incidents.unmerge': () => ({ reason: '两件' }),
  'incidents.servePaper': () => ({ way: 'in-person' }),
  'cases.move': () => ({ act: 'file' }),
  'cases.serveNotice': () => ({ way: 'in-person' }),
  'public-query.answerDisagreement': () => ({ answer: '已请承办单位复查。' }),
  'cases.addParty': () => ({ id: uuid(), party: { name: '贺秀兰', phone: null, role: 'victim' } }),
  'cases.changePartyPhone': () => ({ ...counter(), phone: '19900000499' }),
  'cases.reissueReceipt': () => counter(),
  'cases.setIdentitySecrecy': () => ({ id: uuid(), isSecret: true }),
  'cases.changeCause': () => ({ causeCode: 'cl-266', reason: '更正' }),
  'cases.assignOfficers': () => ({ holderId: county.colleague.officer.id, secondId: null }),
  'cases.changeDisclosure': () => ({ secrecy: 'secret', sensitivity: 'none', reason: '保密' }),
  'cases.extendReview': () => ({ tier: 'leads-to-verify', reason: '核查' }),
  'cases.takeMeasure': () => ({ id: uuid(), personId: uuid(), personName: '闫守田', kind: 'bail', decidedBy: '郭仲平' }),
  'cases.recordLeaderRequest': () => ({
    id: uuid(),
    kind: 'asks-after',
    way: 'phone',
    leaderName: '耿显达',
    leaderPost: '县某局局长',
    what: '问何时结案',
  }),
  'cases.endMeasure': () => ({ measureId: uuid(), reason: '释放' }),
  'notifications.retryDelivery': () => ({ subscriber: 'public-query.project' }),
  'accounts.setGrants': () => ({ grants: [] }),
  'accounts.changeOfficer': () => {
    const { grants: _, ...details } = newOfficer(county)
    return details
  },
})

/** What an address without ids must be sent, so that only the permission can be at fault; named by its action, or by method and address. */
export const inputsIn = (county: County, { caseId }: { caseId: string }): Readonly<Record<string, () => object>> => ({
  'accounts.confirmSecondFactor': () => ({ code: '000000' }),
  'accounts.proveAgain': () => ({ password: testPassword }),
  'accounts.inviteOfficer': () => ({ policeNumber: '899999', ...newOfficer(county) }),
  'accounts.saveUnit': () => ({
    code: county.world.station,
    parentCode: county.world.bureau,
    kind: 'station',
    nameZh: '第一派出所',
    nameEn: '',
    shortName: '一所',
    phone: null,
    address: null,
  }),
  'accounts.delegateRole': () => ({
    id: uuid(),
    toPoliceNumber: county.away.dispatcher.officer.policeNumber,
    role: 'unit-head',
    unitCode: county.world.station,
    fromAt: county.world.clock.now.toISOString(),
    untilAt: new Date(county.world.clock.now.getTime() + 3_600_000).toISOString(),
    reason: '休假',
  }),
  'accounts.addPasskey': () => ({
    name: '手机',
    answer: { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} },
  }),
  'accounts.importUnits': () => ({ csv: '代码,名称,类别,上级代码\n' }),
  'accounts.changePassword': () => ({ oldPassword: testPassword, newPassword: 'another long enough word' }),
  'accounts.setRemedyBodies': () => ({ reconsiderationOrgan: '晴川县人民政府', court: '晴川县人民法院' }),
  'accounts.listViews': () => ({ list: '/staff/cases' }),
  'accounts.saveView': () => ({ id: uuid(), list: '/staff/cases', name: '本周', search: 'level=overdue' }),
  'deadlines.explain': () => ({ subject: `case:${caseId}`, rule: 'crim_filing_review' }),
  'incidents.receive': () => ({ id: uuid(), source: '110', category: 'burglary', grade: 'II', place: '粮站家属院', summary: '门锁被撬。' }),
  'incidents.findByPhone': () => ({ phone: '19900000417' }),
  'incidents.findSimilar': () => ({ place: '粮站家属院 3 号楼' }),
  'incidents.searchPlaces': () => ({ typed: '东关' }),
  'incidents.addPlace': () => ({ id: uuid(), ...aPlace, unitCode: county.world.station }),
  'incidents.changeIntakeSetting': () => ({ duplicateHours: 12 }),
  'notifications.stopMessages': () => ({ phone: '19900000499', kind: 'opt-out', reason: '本人来电' }),
  'notifications.resumeMessages': () => ({ phone: '19900000417', reason: '号码已更正' }),
  'public-query.changeSetting': () => ({ shownDays: 200 }),
})
