import { sendToStaff, type StaffMessage } from '#modules/notifications/index.ts'
import type { PartyAct } from './record-party-act.ts'

type Told<Given extends Record<string, string>> = Pick<StaffMessage<Given>, 'reference' | 'template' | 'parameters' | 'path'>

/** In the application: to the head of the unit that holds the case, and to the case centre of its bureau. Nobody of a secret case but the head. */
export async function tellUnitAndCentre<Given extends Record<string, string>>(
  { open, now, request: { bureauCode }, party: { caseId, unitCode, isHidden } }: PartyAct,
  { reference, ...message }: Told<Given>,
): Promise<void> {
  const common = { ...message, bureauCode, subject: `case:${caseId}` }
  await sendToStaff({ open, now }, { ...common, reference: `${reference}:unit`, unitCode, role: 'unit-head' })
  // why: the role is granted at the bureau, and a message is for the very unit that it names.
  if (!isHidden)
    await sendToStaff({ open, now }, { ...common, reference: `${reference}:centre`, unitCode: bureauCode, role: 'case-centre' })
}
