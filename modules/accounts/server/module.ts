import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { endSessions } from './end-sessions.ts'
import { listOfficers } from './list-officers.ts'
import { listUnitOfficers } from './list-unit-officers.ts'
import { listUnits } from './list-units.ts'
import { listViews } from './list-views.ts'
import { mySecondFactor } from './my-second-factor.ts'
import { mySessions } from './my-sessions.ts'
import { proveAgain } from './prove-again.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { removeView } from './remove-view.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { revokeSession } from './revoke-session.ts'
import { saveView } from './save-view.ts'
import { sessionRoutes } from './session-routes.ts'
import { setRemedyBodies } from './set-remedy-bodies.ts'
import { sweep } from './sweep.ts'
import { delayed } from './with-delay.ts'

export const accountsModule: Module = {
  name: 'accounts',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.mySessions, mySessions),
    expose(contract.revokeSession, revokeSession),
    delayed(expose(contract.changePassword, changePassword)),
    expose(contract.mySecondFactor, mySecondFactor),
    expose(contract.beginSecondFactor, beginSecondFactor),
    delayed(expose(contract.confirmSecondFactor, confirmSecondFactor)),
    expose(contract.renewRecoveryCodes, renewRecoveryCodes),
    expose(contract.removeSecondFactor, removeSecondFactor),
    expose(contract.resetSecondFactor, resetSecondFactor),
    delayed(expose(contract.proveAgain, proveAgain)),
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
