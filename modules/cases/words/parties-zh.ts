import type { PartyRole } from '../domain/disclosure.ts'
import type { IdentityCheck, PartyChange, ServiceWay } from '../domain/party.ts'
import type { CaseKind } from '../domain/stage.ts'

const identityChecks: Record<IdentityCheck, string> = {
  'id-card': '居民身份证',
  'other-document': '其他有效证件',
  known: '民警认识本人',
  representative: '监护人或代理人，已核对',
}
const serviceWays: Record<ServiceWay, string> = {
  'in-person': '当面送达',
  'left-behind': '留置送达',
  'by-post': '邮寄送达',
  electronic: '电子送达',
  'by-phone': '电话告知，本人自取',
}
const changes: Record<PartyChange, string> = {
  added: '添加人员并出具回执',
  'phone-changed': '变更手机号',
  'receipt-reissued': '补发回执',
  'identity-secret': '登记身份保密',
  'identity-open': '解除身份保密',
}

/** Words of the people in a case and of what is done for them at the counter. */
export const partiesZh = {
  /** 被害人 in a criminal case, 被侵害人 in an administrative one. */
  roleIn: (role: PartyRole, kind: CaseKind): string => {
    if (role === 'reporter') return '报案人'
    if (role === 'complainant') return '控告人'
    return kind === 'criminal' ? '被害人' : '被侵害人'
  },
  identitySecret: '身份保密',
  codeOnly: '未留手机，凭查询码查询',
  landline: (number: string) => `座机 ${number}`,
  identityChecks,
  changes,
  /** What it was, of whom, how it was checked who asked. */
  changeOf: (change: PartyChange, role: string) => `${changes[change]}：${role}`,
  checkedBy: (check: string) => `核对：${check}`,
  add: '添加人员',
  acts: { phone: '改手机号', reissue: '补发回执', secret: '身份保密', open: '解除保密', serve: '登记送达' },
  /** The act and whom it is for. */
  actFor: (act: string, who: string) => `${act}　${who}`,
  secretName: '（身份保密）',
  form: {
    basis: '依据',
    role: '身份',
    roleHint: '同一人有两种身份的，分别添加，各有一份回执。',
    name: '姓名',
    phone: '手机号',
    phoneHint: '没有手机的不填，回执上的查询码单独可用。',
    newPhone: '新手机号',
    newPhoneHint: '不再使用手机的不填，以后只凭查询码查询。',
    landline: '座机',
    landlineHint: '只供联系，不收短信，也不用于查询。',
    secrecy: '本人要求身份保密',
    secrecyHint: '只有主办民警、单位负责人和局领导能看到是谁；出具的文书不印姓名。',
    reason: '理由',
    reasonHint: '会留在经过里，不要写证件号码。',
    note: '说明',
    identityCheck: '怎样核对的身份',
    identityCheckHint: '只登记核对方式，不登记证件号码。',
    occurredAt: '办理时间',
    missing: '还差',
    recorded: '本次办理记入经过和办理痕迹。',
    noticeToo: '本案已决定不予立案：同时出具《不予立案通知书》，3 日内送达。',
  },
  effect: {
    add: '出具回执，有单独的查询码；留了手机的，发一条不写案情的短信。敏感、保密案件不发短信。',
    phone: '新号码立即生效；发给旧号码的验证码和已打开的查询页失效，旧号码不再收到短信。',
    reissue: '新回执有新的查询码；原查询码立即作废，原回执留存并注明已补发作废。',
    secret: '本人提出即可。其他人连姓氏也看不到；以后出具的文书不印姓名，第二联单独密封保存。',
    open: '只能由本人提出。解除后，有权查看的人可以看到是谁。',
  },
  done: {
    add: '已添加，回执已出具',
    phone: '手机号已变更',
    reissue: '回执已补发',
    secret: '已登记身份保密',
    open: '已解除身份保密',
    serve: '通知书送达已登记',
  },
  serviceWays,
  service: {
    whom: '送达给',
    way: '送达方式',
    /** Who asked for secrecy has no name here. */
    nameless: (place: number) => `控告人 ${place}（身份保密）`,
    done: (at: string, way: string, by: string) => `${at} ${way}，${by}登记`,
    notYet: '未送达',
    of: (form: string, role: string) => `${form}送达${role}`,
  },
  printReceipt: '打印回执',
  printNotice: '打印不予立案通知书',
  reissued: (number: number) => `第 ${number} 次补发`,
  isVoid: '已补发作废',
  withheld: '身份保密，不能打开',
}
