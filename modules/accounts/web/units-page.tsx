import { useState } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { phone } from '#platform/web/format.ts'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { listUnits } from '../contract.ts'
import type { UnitCard } from '../contract.ts'
import { RemedyBodies } from './remedy-bodies.tsx'
import { ImportUnitsDialog } from './import-units-dialog.tsx'
import { screenWords, staffWords } from './screen-words.ts'
import { UnitDialog } from './unit-dialog.tsx'
import { unitTree } from './unit-tree.ts'

/** The units of the bureau as a tree, and for who administers the bureau the way to add and correct them; officers are listed on their own page. */
export function UnitsPage() {
  const words = useWords(screenWords).units
  const staff = useWords(staffWords).units
  const answer = useAnswer(listUnits, {})
  const [open, setOpen] = useState<UnitCard | 'add' | 'import' | null>(null)
  const me = useMe()
  const bureau = answer.data?.rows.find(({ code }) => code === me.bureauCode)
  const administersBureau = me.grants.some(({ role, unitCode }) => role === 'administrator' && unitCode === me.bureauCode)
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        {answer.data && <p className="page-counts">{`${answer.data.rows.length} ${words.count}`}</p>}
        {administersBureau && (
          <div className="row push-right">
            <Button onClick={() => setOpen('import')}>{staff.import}</Button>
            <Button kind="primary" onClick={() => setOpen('add')}>
              {staff.add}
            </Button>
          </div>
        )}
      </header>
      <Panel flush>
        <PageState answer={answer}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Told title={words.noUnits} />
            ) : (
              <UnitTable units={rows} {...(administersBureau && { onChange: setOpen })} />
            )
          }
        </PageState>
      </Panel>
      {bureau && administersBureau && <RemedyBodies bureau={bureau} />}
      {open === 'import' && <ImportUnitsDialog onClose={() => setOpen(null)} />}
      {open !== null && open !== 'import' && <UnitDialog unit={open === 'add' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

const indentPx = 20

function UnitTable({ units, onChange }: { units: readonly UnitCard[]; onChange?: (unit: UnitCard) => void }) {
  const words = useWords(screenWords).units
  const staff = useWords(staffWords).units
  const say = useBilingual()
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={words.title}>
      <table className="plain-table">
        <thead>
          <tr>
            {[words.name, words.kind, words.code, words.phone, words.address, words.officers].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {onChange && (
              <th scope="col">
                <span className="unseen">{staff.change}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {unitTree(units).map(({ unit, depth }) => (
            <tr key={unit.code}>
              <td style={{ paddingLeft: 14 + depth * indentPx }}>{say({ zh: unit.nameZh, en: unit.nameEn })}</td>
              <td>{words.kinds[unit.kind]}</td>
              <td>{unit.code}</td>
              <td>{unit.phone ? phone(unit.phone) : '—'}</td>
              <td>{unit.address ?? '—'}</td>
              <td>
                <PageLink
                  to={`/staff/officers?unitCode=${unit.code}`}
                  label={`${words.officers} ${say({ zh: unit.nameZh, en: unit.nameEn })}`}
                >
                  {words.officers}
                </PageLink>
              </td>
              {onChange && (
                <td>
                  {unit.kind !== 'bureau' && (
                    <Button
                      size="small"
                      label={staff.changeNamed(say({ zh: unit.nameZh, en: unit.nameEn }))}
                      onClick={() => onChange(unit)}
                    >
                      {staff.change}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
