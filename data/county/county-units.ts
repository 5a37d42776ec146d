import type { Bilingual } from '#kernel/bilingual.ts'
import type { Division } from '../divisions/shanxi.ts'
import { bureauCode, unitCode, type BureauCode, type UnitCode } from '#kernel/unit-code.ts'

export interface CountyUnit {
  readonly code: UnitCode
  readonly parentCode: UnitCode | null
  readonly bureauCode: BureauCode
  readonly kind: 'bureau' | 'station' | 'brigade' | 'centre' | 'department'
  readonly name: Bilingual
  readonly shortName: string
  readonly phone: string
  readonly address: string
  readonly reconsiderationOrgan?: string
  readonly court?: string
}

/** A county with its bureau and everything below it. */
export interface CountyLayout {
  readonly division: Division
  readonly bureau: BureauCode
  readonly units: readonly CountyUnit[]
  /** The name without what it is, as it stands in other names: 汾川. */
  readonly stem: string
}

const officePhone = (serial: number) => `1990000${String(serial).padStart(4, '0')}`

/** Offices that stand in every county, and the stations of its six areas. */
function unitsBelow(divisionCode: string, bureau: BureauCode): readonly CountyUnit[] {
  const at = (
    suffix: string,
    kind: CountyUnit['kind'],
    [shortName, zh, en]: readonly [shortName: string, zh: string, en: string],
    [serial, address]: readonly [phone: number, address: string],
  ): CountyUnit => ({
    code: unitCode(`${divisionCode}${suffix}`),
    parentCode: bureau,
    bureauCode: bureau,
    kind,
    name: { zh, en },
    shortName,
    phone: officePhone(serial),
    address,
  })
  return [
    at('010000', 'centre', ['指挥', '指挥中心', 'Command Centre'], [10, '鼓楼西街1号']),
    at('020000', 'brigade', ['法制', '法制大队', 'Legal Affairs Brigade'], [11, '鼓楼西街1号']),
    at('030000', 'brigade', ['刑侦', '刑侦大队', 'Criminal Investigation Brigade'], [12, '鼓楼西街3号']),
    at('040000', 'brigade', ['治安', '治安大队', 'Public Order Brigade'], [13, '鼓楼西街3号']),
    at('050000', 'brigade', ['督察', '督察大队', 'Supervision Brigade'], [14, '鼓楼西街1号']),
    at('060000', 'centre', ['案管', '执法办案管理中心', 'Case Management Centre'], [15, '迎春巷8号']),
    at('550100', 'station', ['城关', '城关派出所', 'Chengguan Police Station'], [26, '鼓楼东街27号']),
    at('550200', 'station', ['南关', '南关派出所', 'Nanguan Police Station'], [27, '客运路6号']),
    at('550300', 'station', ['河西', '河西派出所', 'Hexi Police Station'], [28, '河西镇幸福街12号']),
    at('550400', 'station', ['云岭', '云岭派出所', 'Yunling Police Station'], [29, '云岭路40号']),
    at('550500', 'station', ['石门', '石门派出所', 'Shimen Police Station'], [30, '石门乡街上']),
    at('550600', 'station', ['清溪', '清溪派出所', 'Qingxi Police Station'], [31, '清溪镇桥头路3号']),
  ]
}

/** 汾川县 is 汾川; 应县 keeps both characters, since one alone names nothing. */
const stemOf = (name: string): string => (name.length > 2 ? name.slice(0, -1) : name)

/** In a district of a city the bureau is a branch of the city's. */
const bureauNameOf = ({ name }: Division, city: Division | null): Bilingual =>
  city && name.zh.endsWith('区')
    ? {
        zh: `${city.name.zh}公安局${stemOf(name.zh)}分局`,
        en: `${city.name.en} Public Security Bureau ${name.en.replace(/ District$/, '')} Branch`,
      }
    : { zh: `${name.zh}公安局`, en: `${name.en} Public Security Bureau` }

/** The bureau of a division and its units; in a province it stands below the bureau of its city. */
export function layOutCounty(division: Division, city: Division | null = null): CountyLayout {
  const { code, name } = division
  const bureau = bureauCode(`${code}000000`)
  const [initial = ''] = Array.from(name.zh)
  const own: CountyUnit = {
    code: bureau,
    parentCode: city && bureauCode(`${city.code}000000`),
    bureauCode: bureau,
    kind: 'bureau',
    name: bureauNameOf(division, city),
    shortName: `${initial}公`,
    phone: officePhone(1),
    address: '鼓楼西街1号',
    // why: a branch is part of the bureau of its city, so its decisions go to the city's government.
    reconsiderationOrgan: `${city && name.zh.endsWith('区') ? city.name.zh : name.zh}人民政府`,
    court: `${name.zh}人民法院`,
  }
  return { division, bureau, units: [own, ...unitsBelow(code, bureau)], stem: stemOf(name.zh) }
}

/** No real place: the code is none of Shanxi's, and there is no county of this name. */
export const demoCounty: CountyLayout = layOutCounty({ code: '141199', name: { zh: '汾川县', en: 'Fenchuan County' } })
