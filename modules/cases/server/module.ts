import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { caseAccepted, caseDecided, caseFiled, caseRefused, caseTransferred, noticeServed, partyChanged, receiptIssued } from '../events.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { addParty } from './add-party.ts'
import { caseDuties } from './case-duties.ts'
import { changePartyPhone } from './change-party-phone.ts'
import { findCase } from './find-case.ts'
import { listCases } from './list-cases.ts'
import { moveCase } from './move-case.ts'
import { paperRoutes } from './read-paper.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { references } from './reference.ts'
import { setIdentitySecrecy } from './set-identity-secrecy.ts'
import { serveNotice } from './serve-notice.ts'
import { unmaskParty } from './unmask-party.ts'

export const casesModule = {
  name: 'cases',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.listCases, listCases),
    expose(contract.findCase, findCase),
    expose(contract.moveCase, moveCase),
    expose(contract.serveNotice, serveNotice),
    expose(contract.addParty, addParty),
    expose(contract.changePartyPhone, changePartyPhone),
    expose(contract.reissueReceipt, reissueReceipt),
    expose(contract.setIdentitySecrecy, setIdentitySecrecy),
    expose(contract.unmaskParty, unmaskParty),
    expose(contract.caseDuties, caseDuties),
  ],
  plainRoutes: paperRoutes,
  plainEndpoints: [{ endpoint: contract.readPaper, isOpen: false, answers: 'application/pdf' }],
  events: [caseAccepted, caseFiled, caseRefused, caseTransferred, caseDecided, noticeServed, partyChanged, receiptIssued],
  words: { zh, en },
  references,
} satisfies Module
