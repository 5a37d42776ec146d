import type { Bilingual } from '#kernel/bilingual.ts'
import type { LineFault, UnitFault } from '../domain/unit-file.ts'

const said: Readonly<Record<UnitFault, Bilingual>> = {
  columns: { zh: '缺少这一列', en: 'this column is missing' },
  code: { zh: '代码应为 12 位数字，且不是本局自身', en: 'a code has 12 digits and is not that of the bureau itself' },
  'code-twice': { zh: '这个代码出现了两次', en: 'this code occurs twice' },
  'code-elsewhere': { zh: '这个代码已属别局', en: 'this code belongs to another bureau' },
  kind: { zh: '类别只能是派出所、大队、中心、科室', en: 'a kind is station, brigade, centre or department' },
  name: { zh: '名称为 1 至 40 字', en: 'a name has 1 to 40 characters' },
  'short-name': { zh: '简称最多 12 字', en: 'a short name has at most 12 characters' },
  phone: { zh: '电话为 5 至 20 位数字，可含空格和短横', en: 'a phone has 5 to 20 digits, with spaces or dashes' },
  'parent-unknown': { zh: '没有这个上级单位', en: 'there is no such unit above it' },
  'parent-circle': { zh: '上下级成了环', en: 'it stands below itself' },
}

/** One fault of a file of units, as a line. */
export function sayUnitFault({ line, fault, value }: LineFault, language: 'zh' | 'en'): string {
  const shown = value === '' ? '' : language === 'zh' ? `“${value}”：` : `“${value}”: `
  return language === 'zh' ? `第 ${line} 行 ${shown}${said[fault].zh}` : `line ${line} ${shown}${said[fault].en}`
}
