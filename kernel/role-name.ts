import type { Role } from './actor.ts'
import type { Bilingual } from './bilingual.ts'

/** 岗位 as every screen and refusal names them. */
export const roleName: Record<Role, Bilingual> = {
  dispatcher: { zh: '接警员', en: 'dispatcher' },
  officer: { zh: '民警', en: 'officer' },
  'unit-head': { zh: '所队长', en: 'unit head' },
  'legal-officer': { zh: '法制员', en: 'legal officer' },
  'case-centre': { zh: '案管中心', en: 'case centre' },
  leader: { zh: '局领导', en: 'bureau leader' },
  supervisor: { zh: '督察', en: 'supervisor' },
  administrator: { zh: '管理员', en: 'administrator' },
}

/** Roles of a refusal's facts, listed for a reader. */
export const namesOfRoles = (roles: unknown, language: 'zh' | 'en'): string =>
  (Array.isArray(roles) ? roles : [])
    .map((role) => roleName[role as Role]?.[language] ?? String(role))
    .join(language === 'zh' ? '、' : ', ')
