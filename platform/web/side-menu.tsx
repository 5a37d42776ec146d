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

/** By work; only the group one is in is open, on a phone all; counts are my to-dos. */
export function SideMenu({ groups, narrow, allOpen = false }: { groups: readonly MenuGroupShown[]; narrow: boolean; allOpen?: boolean }) {
  const pathname = usePathname()
  const present = presentPage(groups, pathname)
  const counts = useCounts(groups)
  return (
    <ul className="menu-groups">
      {groups.map((shown) => (
        <GroupLine key={shown.group} shown={shown} present={present} counts={counts} narrow={narrow} allOpen={allOpen} />
      ))}
    </ul>
  )
}

interface GroupLineProps {
  readonly shown: MenuGroupShown
  readonly present: MenuPage | undefined
  readonly counts: ReadonlyMap<string, number>
  readonly narrow: boolean
  readonly allOpen: boolean
}

function GroupLine({ shown: { group, pages }, present, counts, narrow, allOpen }: GroupLineProps) {
  const words = useWords(kitWords)
  const say = useBilingual()
  const isPresent = present?.menu.group === group
  const alone = group === 'home'
  const isOpen = showsPages(narrow, alone, isPresent || allOpen)
  return (
    <li className={classes('menu-group', isPresent && 'is-present')}>
      <PageLink className="menu-entry" to={pages[0]?.path ?? '/staff/'} current={isPresent && (alone || narrow)}>
        <Icon name={icons[group]} />
        <span>{(narrow ? words.shortGroups : words.groups)[group]}</span>
        {!isOpen && <Count of={pages.reduce((sum, page) => sum + (counts.get(page.path) ?? 0), 0)} />}
      </PageLink>
      {isOpen && (
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
}

const showsPages = (narrow: boolean, alone: boolean, wanted: boolean): boolean => wanted && !alone && !narrow

const Count = ({ of }: { of: number }) => (of > 0 ? <span className="menu-count">{of}</span> : null)

const MenuLine = ({ page, current, label, count }: { page: MenuPage; current: boolean; label: string; count: number }) => (
  <li>
    <PageLink className="menu-entry" to={page.path} current={current}>
      <span>{label}</span>
      <Count of={count} />
    </PageLink>
  </li>
)
