import type { Platform } from '#platform/server/platform.ts'
import { milestoneOf } from '../domain/milestones/index.ts'
import { disagreedMilestone } from './disagreement-repository.ts'
import { partyDisagrees } from './messages.ts'
import { recordPartyAct } from './record-party-act.ts'
import type { TakenRequest } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { tellUnitAndCentre } from './tell-unit-and-centre.ts'

/** A party disagreed with a point of their case: written into the trail; the unit's head and the case centre are told. */
export const recordDisagreement = (platform: Platform, request: TakenRequest): Promise<void> =>
  recordPartyAct(platform, request, {
    action: 'public-query.disagree',
    outcome: 'done',
    async follow(act) {
      const said = await disagreedMilestone(act.open.as<PublicQueryTables>(), request.bureauCode, request.id)
      const title = milestoneOf(said?.milestone ?? '')?.title
      await tellUnitAndCentre(act, {
        reference: `disagree:${request.id}`,
        template: partyDisagrees,
        parameters: { number: act.party.number, milestoneZh: title?.zh ?? '', milestoneEn: title?.en ?? '' },
        path: `/staff/disagreements?open=${request.id}`,
      })
    },
  })
