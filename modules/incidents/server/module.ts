import { incidentBook } from './incident-book-repository.ts'
import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { incidentEvents } from '../events.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { addCall } from './add-call.ts'
import { addPlace } from './add-place.ts'
import { arriveAtIncident } from './arrive-at-incident.ts'
import { correctDisposition } from './correct-disposition.ts'
import { changeIntakeSetting } from './change-intake-setting.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { disposeIncident } from './dispose-incident.ts'
import { exportRoutes } from './export/export-routes.ts'
import { findImport } from './import/find-import.ts'
import { importRoutes } from './import/import-routes.ts'
import { listImports } from './import/list-imports.ts'
import { forgetImports, runImports } from './import/run-imports.ts'
import { startImport } from './import/start-import.ts'
import { withdrawImport } from './import/withdraw-import.ts'
import { fileIncident } from './file-incident.ts'
import { findByPhone } from './find-by-phone.ts'
import { findIncident } from './find-incident.ts'
import { findIntakeSetting } from './find-intake-setting.ts'
import { findSimilar } from './find-similar.ts'
import { followDisclosure } from './follow-disclosure.ts'
import { listIncidents } from './list-incidents.ts'
import { handOnIncident } from './hand-on-incident.ts'
import { handOverIncident } from './hand-over-incident.ts'
import { issueNotice } from './issue-notice.ts'
import { mergeIncident } from './merge-incident.ts'
import { readBalance } from './read-balance.ts'
import { incidentPaperRoutes } from './read-incident-paper.ts'
import { recallUnit } from './recall-unit.ts'
import { receiveEvidence } from './receive-evidence.ts'
import { receiveIncident } from './receive-incident.ts'
import { recordTelling } from './record-telling.ts'
import { refuseFiling } from './refuse-filing.ts'
import { removePlace } from './remove-place.ts'
import { searchPlaces } from './search-places.ts'
import { servePaper } from './serve-paper.ts'
import { signIncident } from './sign-incident.ts'
import { unitDuties } from './unit-duties.ts'
import { unmergeIncident } from './unmerge-incident.ts'
import { listIncidentTrail } from './list-incident-trail.ts'
import { unmaskReporter } from './unmask-reporter.ts'

export const incidentsModule = {
  name: 'incidents',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.listIncidents, listIncidents),
    expose(contract.findIncident, findIncident),
    expose(contract.unitDuties, unitDuties),
    expose(contract.receiveIncident, receiveIncident),
    expose(contract.dispatchIncident, dispatchIncident),
    expose(contract.recallUnit, recallUnit),
    expose(contract.handOnIncident, handOnIncident),
    expose(contract.signIncident, signIncident),
    expose(contract.arriveAtIncident, arriveAtIncident),
    expose(contract.disposeIncident, disposeIncident),
    expose(contract.correctDisposition, correctDisposition),
    expose(contract.handOverIncident, handOverIncident),
    expose(contract.fileIncident, fileIncident),
    expose(contract.listIncidentTrail, listIncidentTrail),
    expose(contract.unmaskReporter, unmaskReporter),
    expose(contract.refuseFiling, refuseFiling),
    expose(contract.issueNotice, issueNotice),
    expose(contract.receiveEvidence, receiveEvidence),
    expose(contract.servePaper, servePaper),
    expose(contract.findByPhone, findByPhone),
    expose(contract.readBalance, readBalance),
    expose(contract.recordTelling, recordTelling),
    expose(contract.findSimilar, findSimilar),
    expose(contract.searchPlaces, searchPlaces),
    expose(contract.addPlace, addPlace),
    expose(contract.removePlace, removePlace),
    expose(contract.findIntakeSetting, findIntakeSetting),
    expose(contract.changeIntakeSetting, changeIntakeSetting),
    expose(contract.addCall, addCall),
    expose(contract.mergeIncident, mergeIncident),
    expose(contract.unmergeIncident, unmergeIncident),
    expose(contract.listImports, listImports),
    expose(contract.findImport, findImport),
    expose(contract.startImport, startImport),
    expose(contract.withdrawImport, withdrawImport),
  ],
  plainRoutes: async (...door) => {
    await incidentPaperRoutes(...door)
    await exportRoutes(...door)
    await importRoutes(...door)
  },
  plainEndpoints: [
    { endpoint: contract.readIncidentPaper, isOpen: false, answers: 'application/pdf' },
    { endpoint: contract.exportIncidents, isOpen: false, answers: 'text/csv' },
    { endpoint: contract.uploadImport, isOpen: false },
    { endpoint: contract.importTemplate, isOpen: false, answers: 'text/csv' },
  ],
  events: incidentEvents,
  subscribers: [followDisclosure],
  loops: [runImports, forgetImports],
  book: incidentBook,
  words: { zh, en },
} satisfies Module
