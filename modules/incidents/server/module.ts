import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { incidentArrived, incidentDispatched, incidentDisposed, incidentReceived, incidentSigned } from '../events.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { arriveAtIncident } from './arrive-at-incident.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { disposeIncident } from './dispose-incident.ts'
import { fileIncident } from './file-incident.ts'
import { findByPhone } from './find-by-phone.ts'
import { findIncident } from './find-incident.ts'
import { listIncidents } from './list-incidents.ts'
import { readBalance } from './read-balance.ts'
import { receiveIncident } from './receive-incident.ts'
import { signIncident } from './sign-incident.ts'
import { unitDuties } from './unit-duties.ts'
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
    expose(contract.signIncident, signIncident),
    expose(contract.arriveAtIncident, arriveAtIncident),
    expose(contract.disposeIncident, disposeIncident),
    expose(contract.fileIncident, fileIncident),
    expose(contract.unmaskReporter, unmaskReporter),
    expose(contract.findByPhone, findByPhone),
    expose(contract.readBalance, readBalance),
  ],
  events: [incidentReceived, incidentDispatched, incidentSigned, incidentArrived, incidentDisposed],
  words: { zh, en },
} satisfies Module
