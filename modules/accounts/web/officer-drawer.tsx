import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { phone } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { PageState, SkeletonRows } from '#platform/web/page-state.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { deactivateOfficer, endSessions, findOfficer, reactivateOfficer, resetSecondFactor } from '../contract.ts'
import type { OfficerRow } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { ChangeOfficerDialog, RenewDialog, RolesDialog } from './officer-dialogs.tsx'
import { screenWords, staffWords } from './screen-words.ts'
import { useUnitNames } from './unit-select.tsx'

/** One officer whom I administer: what is known, what may be done, and how the roles came about. */
export function OfficerDrawer({ row }: { row: OfficerRow }) {
  const words = useWords(screenWords).officers
  const staff = useWords(staffWords).officer
  const roleNames = useRoleNames()
  const unitNames = useUnitNames()
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: words.policeNumber, value: row.policeNumber },
          { label: words.position, value: row.position },
          { label: words.unit, value: row.unitName },
          row.officePhone !== null && { label: words.phone, value: phone(row.officePhone) },
          { label: words.standing, value: row.isActive ? words.active : words.inactive },
          { label: words.secondFactor, value: row.hasSecondFactor ? words.hasSecondFactor : words.noSecondFactor },
          { label: words.sessions, value: row.openSessions },
          ...row.grants.map((grant, index) => ({
            label: index === 0 ? words.roles : `${words.roles} ${index + 1}`,
            value: words.roleAt(
              grant.onBehalfOf === undefined ? roleNames[grant.role] : staff.onBehalf(roleNames[grant.role], grant.onBehalfOf),
              unitNames.get(grant.unitCode) ?? grant.unitCode,
            ),
          })),
        ]}
      />
      <Acts row={row} />
      <History officerId={row.id} />
    </div>
  )
}

/** What is done at once, each with what is told when it is done. */
function useActs(row: OfficerRow, tell: (done: string) => void) {
  const words = useWords(screenWords).officers
  const staff = useWords(staffWords).officer
  const [end, reset, leave, back] = [useAct(endSessions), useAct(resetSecondFactor), useAct(deactivateOfficer), useAct(reactivateOfficer)]
  const officer = { officerId: row.id }
  const ended = (done: { readonly endedSessions: number } | undefined, say: (count: number) => string) =>
    done && tell(say(done.endedSessions))
  return [
    { name: 'end-sessions', label: words.endSessions(row.name), act: end, run: async () => ended(await end.run(officer), words.ended) },
    {
      name: 'reset-second-factor',
      label: words.resetSecondFactor(row.name),
      act: reset,
      run: async () => ended(await reset.run(officer), words.resetDone),
    },
    {
      name: 'deactivate',
      label: staff.deactivate(row.name),
      act: leave,
      run: async () => ended(await leave.run(officer), staff.deactivated),
    },
    {
      name: 'reactivate',
      label: staff.reactivate(row.name),
      act: back,
      run: async () => (await back.run(officer)) && tell(staff.reactivated),
    },
  ] as const
}

function Acts({ row }: { row: OfficerRow }) {
  const staff = useWords(staffWords).officer
  const [open, setOpen] = useState<'change' | 'grants' | 'renew' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const acts = useActs(row, setTold)
  const close = (done?: string) => {
    setOpen(null)
    if (done) setTold(done)
  }
  const dialogs = [
    { name: 'change', open: 'change', label: staff.change },
    { name: 'set-grants', open: 'grants', label: staff.grants },
    { name: 'renew-sign-in', open: 'renew', label: staff.renew(row.name) },
  ] as const
  return (
    <>
      <Refusal problem={acts.find(({ act }) => act.problem)?.act.problem} />
      {told !== null && <Done title={told} />}
      <div className="row wrap">
        {dialogs
          .filter(({ name }) => row.can.includes(name))
          .map((dialog) => (
            <Button key={dialog.name} onClick={() => setOpen(dialog.open)}>
              {dialog.label}
            </Button>
          ))}
        {acts
          .filter(({ name }) => row.can.includes(name))
          .map(({ name, label, act, run }) => (
            <Button key={name} kind={name === 'reactivate' ? 'plain' : 'danger'} pending={act.pending} onClick={() => void run()}>
              {label}
            </Button>
          ))}
      </div>
      {open === 'change' && <ChangeOfficerDialog row={row} onClose={close} />}
      {open === 'grants' && <RolesDialog row={row} onClose={close} />}
      {open === 'renew' && <RenewDialog row={row} onClose={close} />}
    </>
  )
}

function History({ officerId }: { officerId: string }) {
  const words = useWords(staffWords).officer
  const format = useFormat()
  const roleNames = useRoleNames()
  const answer = useAnswer(findOfficer, { officerId })
  return (
    <PageState answer={answer} skeleton={<SkeletonRows rows={2} />}>
      {({ invitedBy, history }) =>
        (invitedBy !== null || history.length > 0) && (
          <section className="stack">
            <h3>{words.history}</h3>
            <ul className="grant-list">
              {history.map(({ change, role, unitName, at, byName }, index) => (
                <li key={index}>
                  {words[change](roleNames[role], unitName)}
                  <span className="caption">
                    {' '}
                    {format.shortTime(at)} · {byName ?? words.byMachine}
                  </span>
                </li>
              ))}
              {invitedBy && (
                <li>
                  {words.invitedBy(invitedBy.name)} <span className="caption">{format.shortTime(invitedBy.at)}</span>
                </li>
              )}
            </ul>
          </section>
        )
      }
    </PageState>
  )
}
