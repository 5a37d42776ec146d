import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { listInvitations, withdrawInvitation } from '../contract.ts'
import type { InvitationRow } from '../contract.ts'
import { invitationStates } from '../domain/invitation.ts'
import type { InvitationState } from '../domain/invitation.ts'
import { useRoleNames } from '../parts.tsx'
import { staffWords } from './screen-words.ts'
import { useUnitNames } from './unit-select.tsx'

/** Codes given out: for whom, by whom, and what became of them. */
export function InvitationsPage() {
  const words = useWords(staffWords).invitations
  const format = useFormat()
  return (
    <ListPage
      title={words.title}
      endpoint={listInvitations}
      input={({ filters, after }) => ({ state: filters['state'] as InvitationState | undefined, after })}
      idOf={(row) => row.id}
      everyMs={60_000}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: words.state,
          options: invitationStates.map((value) => ({ value, label: words.states[value] })),
        },
      ]}
      columns={[
        { id: 'for', title: words.for, width: 160, opens: true, card: 'head', cell: (row) => `${row.policeNumber} ${row.name}` },
        { id: 'state', title: words.state, width: 90, card: 'head', cell: (row) => words.states[row.state] },
        { id: 'purpose', title: words.purpose, width: 130, cell: (row) => words.purposes[row.purpose] },
        { id: 'unit', title: words.unit, width: 120, drop: 2, cell: (row) => row.unitName },
        { id: 'by', title: words.by, cell: (row) => inviterOf(row) ?? words.machine },
        { id: 'made', title: words.made, width: 120, drop: 1, cell: (row) => format.shortTime(row.madeAt) },
      ]}
      drawer={{ title: (row) => row.policeNumber, body: (row) => <Invitation key={row.id} row={row} /> }}
      empty={{ title: words.none, why: words.noneWhy }}
    />
  )
}

const inviterOf = ({ invitedBy }: InvitationRow): string | null => invitedBy && `${invitedBy.name} ${invitedBy.policeNumber}`

function Invitation({ row }: { row: InvitationRow }) {
  const words = useWords(staffWords).invitations
  const { grants } = useWords(staffWords).invite
  const format = useFormat()
  const roleNames = useRoleNames()
  const unitNames = useUnitNames()
  const act = useAct(withdrawInvitation)
  return (
    <>
      <Facts
        facts={[
          { label: words.for, value: `${row.policeNumber} ${row.name}` },
          { label: words.purpose, value: words.purposes[row.purpose] },
          { label: words.unit, value: row.unitName },
          row.grants.length > 0 && {
            label: grants,
            value: row.grants.map(({ role, unitCode }) => `${roleNames[role]} · ${unitNames.get(unitCode) ?? unitCode}`).join('；'),
          },
          { label: words.by, value: inviterOf(row) ?? words.machine },
          { label: words.made, value: format.shortTime(row.madeAt) },
          { label: words.until, value: format.shortTime(row.expiresAt) },
          row.usedAt !== null && { label: words.used, value: format.shortTime(row.usedAt) },
          { label: words.state, value: words.states[row.state] },
        ]}
      />
      <Refusal problem={act.problem} />
      {row.state === 'open' && (
        <div className="row">
          <Button kind="danger" pending={act.pending} onClick={() => void act.run({ invitationId: row.id })}>
            {words.withdraw}
          </Button>
        </div>
      )}
    </>
  )
}
