import { caseBook } from './case-book-repository.ts'
import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import {
  caseAccepted,
  caseDecided,
  caseFiled,
  caseRefused,
  caseTransferred,
  disclosureChanged,
  measureTaken,
  partyChanged,
  noticeServed,
  receiptIssued,
  limitChanged,
  reviewExtended,
} from '../events.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { assignOfficers } from './assign-officers.ts'
import { caseDuties } from './case-duties.ts'
import { changeCause } from './change-cause.ts'
import { changeDisclosure } from './change-disclosure.ts'
import { endMeasure } from './end-measure.ts'
import { extendReview } from './extend-review.ts'
import { addParty } from './add-party.ts'
import { changePartyPhone } from './change-party-phone.ts'
import { exportRoutes } from './export-cases-routes.ts'
import { findCase } from './find-case.ts'
import { listCaseTrail } from './list-case-trail.ts'
import { listCases } from './list-cases.ts'
import { moveCase } from './move-case.ts'
import { paperRoutes } from './read-paper.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { references } from './reference.ts'
import { setIdentitySecrecy } from './set-identity-secrecy.ts'
import { serveNotice } from './serve-notice.ts'
import { listLeaderRequests } from './list-leader-requests.ts'
import { recordLeaderRequest } from './record-leader-request.ts'
import { takeMeasure } from './take-measure.ts'
import { unmaskParty } from './unmask-party.ts'

export const casesModule = {
  name: 'cases',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.listCases, listCases),
    expose(contract.findCase, findCase),
    expose(contract.listCaseTrail, listCaseTrail),
    expose(contract.moveCase, moveCase),
    expose(contract.serveNotice, serveNotice),
    expose(contract.addParty, addParty),
    expose(contract.changePartyPhone, changePartyPhone),
    expose(contract.reissueReceipt, reissueReceipt),
    expose(contract.setIdentitySecrecy, setIdentitySecrecy),
    expose(contract.unmaskParty, unmaskParty),
    expose(contract.caseDuties, caseDuties),
    expose(contract.changeCause, changeCause),
    expose(contract.assignOfficers, assignOfficers),
    expose(contract.changeDisclosure, changeDisclosure),
    expose(contract.extendReview, extendReview),
    expose(contract.takeMeasure, takeMeasure),
    expose(contract.listLeaderRequests, listLeaderRequests),
    expose(contract.recordLeaderRequest, recordLeaderRequest),
    expose(contract.endMeasure, endMeasure),
  ],
  plainRoutes: async (...door) => {
    await paperRoutes(...door)
    await exportRoutes(...door)
  },
  plainEndpoints: [
    { endpoint: contract.readPaper, isOpen: false, answers: 'application/pdf' },
    { endpoint: contract.exportCases, isOpen: false, answers: 'text/csv' },
  ],
  events: [
    caseAccepted,
    caseFiled,
    caseRefused,
    caseTransferred,
    caseDecided,
    noticeServed,
    partyChanged,
    receiptIssued,
    disclosureChanged,
    limitChanged,
    reviewExtended,
    measureTaken,
  ],
  book: caseBook,
  words: { zh, en },
  references,
} satisfies Module
