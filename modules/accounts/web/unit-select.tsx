import { useAnswer } from '#platform/web/answer.ts'
import type { ControlProps } from '#platform/web/field.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { listUnits } from '../contract.ts'
import { staffWords } from './screen-words.ts'
import { unitTree } from './unit-tree.ts'

/** Names of the units of my bureau, by code. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const say = useBilingual()
  const units = useAnswer(listUnits, {}).data?.rows ?? []
  return new Map(units.map((unit) => [unit.code, say({ zh: unit.nameZh, en: unit.nameEn })]))
}

export interface UnitSelectProps {
  readonly control: ControlProps
  readonly value: string
  readonly onChange: (code: string) => void
}

const indent = '　'

/** One unit of my bureau, as the tree has them. */
export function UnitSelect({ control, value, onChange }: UnitSelectProps) {
  const words = useWords(staffWords).invite
  const say = useBilingual()
  const units = useAnswer(listUnits, {}).data?.rows ?? []
  return (
    <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{words.choose}</option>
      {unitTree(units).map(({ unit, depth }) => (
        <option key={unit.code} value={unit.code}>
          {indent.repeat(depth)}
          {say({ zh: unit.nameZh, en: unit.nameEn })}
        </option>
      ))}
    </select>
  )
}
