import { useQueries } from '@tanstack/react-query'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { classes } from './classes.ts'
import { presentPage } from './menu-state.ts'
import type { MenuGroupShown, MenuPage } from './menu-state.ts'
import type { MenuGroup } from './page-def.ts'
import { PageLink, usePathname } from './navigation.tsx'
import { useBilingual, useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

const icons: Record<MenuGroup, IconName> = {
  home: 'home',
  intake: 'phone',
  casework: 'folder',
  supervision: 'eye',
  cooperation: 'exchange',
  openness: 'globe',
  administration: 'gear',
}

const countEveryMs = 30_000

function useCounts(groups: readonly MenuGroupShown[]): ReadonlyMap<string, number> {
  const counted = groups.flatMap(({ pages }) => pages).filter((page) => page.menu.count)
  const answers = useQueries({
    queries: counted.map((page) => ({
      queryKey: ['menu-count', page.path],
      queryFn: () => page.menu.count?.() ?? 0,
      refetchInterval: countEveryMs,
    })),
  })
  return new Map(counted.map((page, index) => [page.path, answers[index]?.data ?? 0]))
}

/** By work; only the group one is in is open; counts are my to-dos. */
export function SideMenu({ groups, narrow }: { groups: readonly MenuGroupShown[]; narrow: boolean }) {
  const words = useWords(kitWords)
  const say = useBilingual()
  const pathname = usePathname()
  const present = presentPage(groups, pathname)
  const counts = useCounts(groups)
  return (
    <ul className="menu-groups">
      {groups.map(({ group, pages }) => {
        const [first] = pages
        if (!first) return null
        const isPresent = present?.menu.group === group
        const alone = group === 'home'
        const waiting = pages.reduce((sum, page) => sum + (counts.get(page.path) ?? 0), 0)
        return (
          <li key={group} className={classes('menu-group', isPresent && 'is-present')}>
            <PageLink className="menu-entry" to={first.path} current={isPresent && (alone || narrow)}>
              <Icon name={icons[group]} />
              <span>{narrow ? words.shortGroups[group] : words.groups[group]}</span>
              {waiting > 0 && !isPresent && <span className="menu-count">{waiting}</span>}
            </PageLink>
            {isPresent && !alone && !narrow && (
              <ul className="menu-pages">
                {pages.map((page) => (
                  <MenuLine
                    key={page.path}
                    page={page}
                    current={page === present}
                    label={say(page.menu.label ?? page.title)}
                    count={counts.get(page.path) ?? 0}
                  />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const MenuLine = ({ page, current, label, count }: { page: MenuPage; current: boolean; label: string; count: number }) => (
  <li>
    <PageLink className="menu-entry" to={page.path} current={current}>
      <span>{label}</span>
      {count > 0 && <span className="menu-count">{count}</span>}
    </PageLink>
  </li>
)
