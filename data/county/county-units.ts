import type { Bilingual } from '#kernel/bilingual.ts'
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
}

/** No real place: the code is none of Shanxi's, and there is no county of this name. */
export const countyDivision = { code: '141199', name: { zh: '汾川县', en: 'Fenchuan County' } } as const

export const bureau: BureauCode = bureauCode('141199000000')

const officePhone = (serial: number) => `1990000${String(serial).padStart(4, '0')}`

const below = (
  suffix: string,
  kind: CountyUnit['kind'],
  [shortName, zh, en]: readonly [shortName: string, zh: string, en: string],
  [serial, address]: readonly [phone: number, address: string],
): CountyUnit => ({
  code: unitCode(`141199${suffix}`),
  parentCode: bureau,
  bureauCode: bureau,
  kind,
  name: { zh, en },
  shortName,
  phone: officePhone(serial),
  address,
})

export const countyUnits: readonly CountyUnit[] = [
  {
    code: bureau,
    parentCode: null,
    bureauCode: bureau,
    kind: 'bureau',
    name: { zh: '汾川县公安局', en: 'Fenchuan County Public Security Bureau' },
    shortName: '汾公',
    phone: officePhone(1),
    address: '鼓楼西街1号',
  },
  below('010000', 'centre', ['指挥', '指挥中心', 'Command Centre'], [10, '鼓楼西街1号']),
  below('020000', 'brigade', ['法制', '法制大队', 'Legal Affairs Brigade'], [11, '鼓楼西街1号']),
  below('030000', 'brigade', ['刑侦', '刑侦大队', 'Criminal Investigation Brigade'], [12, '鼓楼西街3号']),
  below('040000', 'brigade', ['治安', '治安大队', 'Public Order Brigade'], [13, '鼓楼西街3号']),
  below('050000', 'brigade', ['督察', '督察大队', 'Supervision Brigade'], [14, '鼓楼西街1号']),
  below('060000', 'centre', ['案管', '执法办案管理中心', 'Case Management Centre'], [15, '迎春巷8号']),
  below('550100', 'station', ['城关', '城关派出所', 'Chengguan Police Station'], [26, '鼓楼东街27号']),
  below('550200', 'station', ['南关', '南关派出所', 'Nanguan Police Station'], [27, '客运路6号']),
  below('550300', 'station', ['河西', '河西派出所', 'Hexi Police Station'], [28, '河西镇幸福街12号']),
  below('550400', 'station', ['云岭', '云岭派出所', 'Yunling Police Station'], [29, '云岭路40号']),
  below('550500', 'station', ['石门', '石门派出所', 'Shimen Police Station'], [30, '石门乡街上']),
  below('550600', 'station', ['清溪', '清溪派出所', 'Qingxi Police Station'], [31, '清溪镇桥头路3号']),
]
