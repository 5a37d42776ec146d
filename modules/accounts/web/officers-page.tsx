import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { phone } from '#platform/web/format.ts'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { endSessions, listOfficers, listUnits, resetSecondFactor } from '../contract.ts'
import type { OfficerRow } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { screenWords } from './screen-words.ts'

/** The officers of the units I administer, to read; all sessions of one can be ended. */
export function OfficersPage() {
  const words = useWords(screenWords).officers
  const say = useBilingual()
  const units = useAnswer(listUnits, {})
  const unitOptions = (units.data?.rows ?? []).map((unit) => ({ value: unit.code, label: say({ zh: unit.nameZh, en: unit.nameEn }) }))
  const standing = (row: OfficerRow) => (row.isActive ? words.active : words.inactive)
  return (
    <ListPage
      title={words.title}
      endpoint={listOfficers}
      input={({ filters, after }) => ({ unitCode: filters['unitCode'], policeNumber: filters['policeNumber'], after })}
      idOf={(row) => row.id}
      everyMs={60_000}
      filters={[
        { kind: 'choice', name: 'unitCode', label: words.unit, options: unitOptions },
        { kind: 'text', name: 'policeNumber', label: words.beginsWith },
      ]}
      columns={[
        { id: 'policeNumber', title: words.policeNumber, width: 110, opens: true, card: 'head', cell: (row) => row.policeNumber },
        { id: 'name', title: words.name, width: 120, card: 'head', cell: (row) => row.name },
        { id: 'position', title: words.position, width: 130, drop: 1, cell: (row) => row.position },
        { id: 'unit', title: words.unit, width: 180, cell: (row) => row.unitName },
        { id: 'roles', title: words.roles, cell: (row) => <Roles row={row} /> },
        { id: 'standing', title: words.standing, width: 80, drop: 2, cell: standing },
        {
          id: 'sessions',
          title: words.sessions,
          width: 90,
          align: 'right',
          drop: 3,
          card: 'none',
          cell: (row) => (row.openSessions > 0 ? row.openSessions : '—'),
        },
      ]}
      drawer={{ title: (row) => row.name, body: (row) => <Officer key={row.id} row={row} /> }}
      empty={{ title: words.none, why: words.noneWhy }}
    />
  )
}

function Roles({ row }: { row: OfficerRow }) {
  const roleNames = useRoleNames()
  const names = [...new Set(row.grants.map(({ role }) => roleNames[role]))]
  return names.length > 0 ? names.join(' · ') : '—'
}

function Officer({ row }: { row: OfficerRow }) {
  const words = useWords(screenWords).officers
  const roleNames = useRoleNames()
  const act = useAct(endSessions)
  const reset = useAct(resetSecondFactor)
  const [told, setTold] = useState<string | null>(null)
  const end = async () => {
    const done = await act.run({ officerId: row.id })
    if (done) setTold(words.ended(done.endedSessions))
  }
  const resetFactor = async () => {
    const done = await reset.run({ officerId: row.id })
    if (done) setTold(words.resetDone(done.endedSessions))
  }
  return (
    <>
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
            value: words.roleAt(roleNames[grant.role], grant.unitCode),
          })),
        ]}
      />
      <Refusal problem={act.problem ?? reset.problem} />
      {told !== null && <Done title={told} />}
      <div className="row wrap">
        {row.can.includes('end-sessions') && (
          <Button kind="danger" pending={act.pending} onClick={() => void end()}>
            {words.endSessions(row.name)}
          </Button>
        )}
        {row.can.includes('reset-second-factor') && (
          <Button kind="danger" pending={reset.pending} onClick={() => void resetFactor()}>
            {words.resetSecondFactor(row.name)}
          </Button>
        )}
      </div>
    </>
  )
}
