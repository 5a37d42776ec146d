import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { delegateRole } from './delegation/delegate-role.ts'
import { endDelegation } from './delegation/end-delegation.ts'
import { myDelegations } from './delegation/my-delegations.ts'
import { endSessions } from './end-sessions.ts'
import { listOfficers } from './list-officers.ts'
import { listUnitOfficers } from './list-unit-officers.ts'
import { listUnits } from './list-units.ts'
import { listViews } from './list-views.ts'
import { mySecondFactor } from './my-second-factor.ts'
import { mySessions } from './my-sessions.ts'
import { addPasskey } from './passkeys/add-passkey.ts'
import { askForPasskey } from './passkeys/ask-for-passkey.ts'
import { myPasskeys } from './passkeys/my-passkeys.ts'
import { passkeyRoutes } from './passkeys/passkey-routes.ts'
import { removePasskey } from './passkeys/remove-passkey.ts'
import { proveAgain } from './prove-again.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { removeView } from './remove-view.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { revokeSession } from './revoke-session.ts'
import { saveView } from './save-view.ts'
import { sessionRoutes } from './session-routes.ts'
import { setRemedyBodies } from './set-remedy-bodies.ts'
import { signOnRoutes } from './sign-on/sign-on-routes.ts'
import { changeOfficer } from './staff/change-officer.ts'
import { deactivateOfficer } from './staff/deactivate-officer.ts'
import { findOfficer } from './staff/find-officer.ts'
import { inviteOfficer } from './staff/invite-officer.ts'
import { joinRoute } from './staff/join-route.ts'
import { listInvitations } from './staff/list-invitations.ts'
import { reactivateOfficer } from './staff/reactivate-officer.ts'
import { renewSignIn } from './staff/renew-sign-in.ts'
import { setGrants } from './staff/set-grants.ts'
import { withdrawInvitation } from './staff/withdraw-invitation.ts'
import { sweep } from './sweep.ts'
import { importUnits } from './units/import-units.ts'
import { saveUnit } from './units/save-unit.ts'
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
    expose(contract.myPasskeys, myPasskeys),
    expose(contract.askForPasskey, askForPasskey),
    expose(contract.addPasskey, addPasskey),
    expose(contract.removePasskey, removePasskey),
    expose(contract.myDelegations, myDelegations),
    expose(contract.delegateRole, delegateRole),
    expose(contract.endDelegation, endDelegation),
    expose(contract.findOfficer, findOfficer),
    expose(contract.inviteOfficer, inviteOfficer),
    expose(contract.listInvitations, listInvitations),
    expose(contract.withdrawInvitation, withdrawInvitation),
    expose(contract.renewSignIn, renewSignIn),
    expose(contract.setGrants, setGrants),
    expose(contract.changeOfficer, changeOfficer),
    expose(contract.deactivateOfficer, deactivateOfficer),
    expose(contract.reactivateOfficer, reactivateOfficer),
    expose(contract.saveUnit, saveUnit),
    expose(contract.importUnits, importUnits),
    expose(contract.listViews, listViews),
    expose(contract.saveView, saveView),
    expose(contract.removeView, removeView),
  ],
  async plainRoutes(...parts) {
    await sessionRoutes(...parts)
    await joinRoute(...parts)
    await signOnRoutes(...parts)
    await passkeyRoutes(...parts)
  },
  plainEndpoints: [
    contract.signIn,
    contract.currentSession,
    contract.signOut,
    contract.acceptInvitation,
    contract.signOnLeave,
    contract.signOnBack,
    contract.askToSignIn,
    contract.signInByPasskey,
    contract.demoLogins,
  ].map((endpoint) => ({
    endpoint,
    isOpen: true,
  })),
  loops: [sweep],
  words: { zh, en },
}
