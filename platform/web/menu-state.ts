import { menuGroups } from './page-def.ts'
import type { MenuGroup, MenuPlace, PageDef } from './page-def.ts'
import type { Me } from './me.tsx'

export type MenuPage = PageDef & { readonly menu: MenuPlace }

export interface MenuGroupShown {
  readonly group: MenuGroup
  readonly pages: readonly MenuPage[]
}

/** The groups that hold a page this person may open, in the fixed order. */
export function menuFor(pages: readonly PageDef[], me: Me): readonly MenuGroupShown[] {
  const mine = pages.filter((page): page is MenuPage => page.menu !== undefined && page.visibleTo(me))
  return menuGroups
    .map((group) => ({
      group,
      pages: mine.filter(({ menu }) => menu.group === group).sort((one, other) => one.menu.order - other.menu.order),
    }))
    .filter((shown) => shown.pages.length > 0)
}

/** The page of the menu under which this address lies: the longest path that it continues. */
export function presentPage(groups: readonly MenuGroupShown[], pathname: string): MenuPage | undefined {
  const trimmed = (path: string) => path.replace(/\/+$/, '')
  const here = trimmed(pathname)
  const holds = ({ path }: PageDef) => here === trimmed(path) || (trimmed(path) !== '/staff' && here.startsWith(`${trimmed(path)}/`))
  return groups
    .flatMap(({ pages }) => pages)
    .filter(holds)
    .sort((one, other) => other.path.length - one.path.length)[0]
}
