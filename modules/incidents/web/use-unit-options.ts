import { useMemo } from 'react'
import { listUnits } from '#modules/accounts/contract.ts'
import { useAnswer } from '#platform/web/answer.ts'
import type { ComboOption } from '#platform/web/combobox.tsx'
import { useLanguage } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { pinyinLetters } from '#platform/shared/pinyin-letters.ts'

const order = ['station', 'brigade', 'centre', 'department']

/** Units of the bureau an incident may be sent to; who is not the desk may only send to the own unit, but hand on to all. */
export function useUnitOptions(which: 'sendable' | 'all' = 'sendable'): readonly ComboOption[] {
  const me = useMe()
  const language = useLanguage()
  const units = useAnswer(listUnits, {})
  const isFree = which === 'all' || iHold(me, 'dispatcher')
  return useMemo(() => {
    const rows = (units.data?.rows ?? []).filter(({ kind, code }) => kind !== 'bureau' && (isFree || code === me.unitCode))
    return rows
      .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
      .map((unit) => ({
        value: unit.code,
        label: language === 'zh' ? unit.nameZh : unit.nameEn,
        search: `${pinyinLetters(unit.nameZh)} ${unit.nameZh} ${unit.nameEn} ${unit.shortName} ${unit.code}`,
        detail: unit.code,
      }))
  }, [units.data, language, isFree, me.unitCode])
}
