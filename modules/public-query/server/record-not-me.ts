import type { Platform } from '#platform/server/platform.ts'
import { lookWasNotTheirs } from './messages.ts'
import { recordPartyAct } from './record-party-act.ts'
import type { TakenRequest } from './request-repository.ts'
import { tellUnitAndCentre } from './tell-unit-and-centre.ts'

/** A party said that a look was not theirs: written into the trail; the unit's head and the case centre are told. */
export const recordNotMe = (platform: Platform, request: TakenRequest): Promise<void> =>
  recordPartyAct(platform, request, {
    action: 'public-query.notMe',
    outcome: 'done',
    follow: (act) =>
      tellUnitAndCentre(act, {
        reference: `not-me:${request.id}`,
        template: lookWasNotTheirs,
        parameters: { number: act.party.number },
        path: `/staff/cases/${act.party.caseId}`,
      }),
  })
