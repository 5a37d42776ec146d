import type { Role } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'

export const roleWords: Record<Role, Bilingual> = {
  dispatcher: { zh: '接警员', en: 'dispatcher' },
  officer: { zh: '民警', en: 'officer' },
  'unit-head': { zh: '所队长', en: 'unit head' },
  'legal-officer': { zh: '法制员', en: 'legal officer' },
  'case-centre': { zh: '案管中心', en: 'case centre' },
  leader: { zh: '局领导', en: 'bureau leader' },
  supervisor: { zh: '督察', en: 'supervisor' },
  administrator: { zh: '管理员', en: 'administrator' },
}
