import { useState } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import { listOfficers, listUnits } from '../contract.ts'
import type { OfficerRow } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OfficerDrawer } from './officer-drawer.tsx'
import { screenWords, staffWords } from './screen-words.ts'

/** The officers of the units I administer, who joins them, and what may be done about each. */
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
      drawer={{ title: (row) => row.name, body: (row) => <OfficerDrawer key={row.id} row={row} /> }}
      acts={<Invite />}
      empty={{ title: words.none, why: words.noneWhy }}
    />
  )
}

function Roles({ row }: { row: OfficerRow }) {
  const roleNames = useRoleNames()
  const names = [...new Set(row.grants.map(({ role }) => roleNames[role]))]
  return names.length > 0 ? names.join(' · ') : '—'
}

function Invite() {
  const words = useWords(staffWords).invite
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {words.act}
      </Button>
      {isOpen && <InviteDialog onClose={() => setOpen(false)} />}
    </>
  )
}
