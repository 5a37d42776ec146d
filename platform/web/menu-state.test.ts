import { describe, expect, test } from 'vitest'
import type { Me } from './me.tsx'
import { menuFor, presentPage } from './menu-state.ts'
import type { MenuGroup, PageDef } from './page-def.ts'

const page = (path: PageDef['path'], group: MenuGroup, order: number, visible = true): PageDef => ({
  path,
  title: { zh: path, en: path },
  menu: { group, order },
  visibleTo: () => visible,
  load: () => Promise.resolve(() => null),
})

const pages = [
  page('/staff/officers', 'administration', 2),
  page('/staff/units', 'administration', 1),
  page('/staff/incidents', 'intake', 2),
  page('/staff/intake', 'intake', 1),
  page('/staff/audit', 'supervision', 1, false),
  page('/staff/', 'home', 0),
]
const groups = menuFor(pages, {} as Me)

describe('the menu', () => {
  test('goes by work, in one order, without what I may not open', () => {
    expect(groups.map(({ group, pages: shown }) => [group, shown.map(({ path }) => path)])).toEqual([
      ['home', ['/staff/']],
      ['intake', ['/staff/intake', '/staff/incidents']],
      ['administration', ['/staff/units', '/staff/officers']],
    ])
  })

  test('knows where one is, also on a page below', () => {
    expect(presentPage(groups, '/staff/incidents/0198')?.path).toBe('/staff/incidents')
    expect(presentPage(groups, '/staff')?.path).toBe('/staff/')
    expect(presentPage(groups, '/staff/account')).toBeUndefined()
    expect(presentPage(groups, '/staff/incidents-of-others')).toBeUndefined()
  })
})
