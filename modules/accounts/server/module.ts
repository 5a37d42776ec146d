import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { changePasswordRoute } from './change-password-route.ts'
import { endSessions } from './end-sessions.ts'
import { listOfficers } from './list-officers.ts'
import { listUnitOfficers } from './list-unit-officers.ts'
import { listUnits } from './list-units.ts'
import { listViews } from './list-views.ts'
import { mySessions } from './my-sessions.ts'
import { removeView } from './remove-view.ts'
import { revokeSession } from './revoke-session.ts'
import { saveView } from './save-view.ts'
import { sessionRoutes } from './session-routes.ts'
import { setRemedyBodies } from './set-remedy-bodies.ts'
import { sweep } from './sweep.ts'

export const accountsModule: Module = {
  name: 'accounts',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.mySessions, mySessions),
    expose(contract.revokeSession, revokeSession),
    changePasswordRoute,
    expose(contract.listUnits, listUnits),
    expose(contract.setRemedyBodies, setRemedyBodies),
    expose(contract.listUnitOfficers, listUnitOfficers),
    expose(contract.listOfficers, listOfficers),
    expose(contract.endSessions, endSessions),
    expose(contract.listViews, listViews),
    expose(contract.saveView, saveView),
    expose(contract.removeView, removeView),
  ],
  plainRoutes: sessionRoutes,
  plainEndpoints: [contract.signIn, contract.currentSession, contract.signOut, contract.demoLogins].map((endpoint) => ({
    endpoint,
    isOpen: true,
  })),
  loops: [sweep],
  words: { zh, en },
}
