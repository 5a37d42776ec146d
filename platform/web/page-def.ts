import type { ComponentType } from 'react'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Me } from './me.tsx'
import type { Search } from './navigation.tsx'

/** The menu is by work, not by table; a person sees the groups that hold a page they may open. */
export const menuGroups = ['home', 'intake', 'casework', 'supervision', 'cooperation', 'openness', 'administration'] as const
export type MenuGroup = (typeof menuGroups)[number]

export interface MenuPlace {
  readonly group: MenuGroup
  readonly order: number
  /** The page's title where nothing shorter is given. */
  readonly label?: Bilingual
  /** The letter after `G` that leads here: h my day, i incidents, c cases, b board. */
  readonly goKey?: string
  /** A letter that opens it from anywhere by itself: n for a new one. */
  readonly openKey?: string
  /** How many of *my* to-dos wait behind this entry; asked again every half minute. */
  readonly count?: () => Promise<number>
}

/** One page of the staff application. Paths are TanStack Router's: `/staff/cases/$caseId`. */
export interface PageDef {
  readonly path: `/staff/${string}`
  readonly title: Bilingual
  readonly menu?: MenuPlace
  readonly visibleTo: (me: Me) => boolean
  /** `() => import('./case-page.tsx').then((page) => page.CasePage)`: the page and what it needs load when it is opened. */
  readonly load: () => Promise<ComponentType>
  /** `bare` has no bar and no menu: the log-in page and the officer's phone. */
  readonly frame?: 'staff' | 'bare'
  /** Work and board pages give the room to the work: the menu shrinks to icon and two characters. */
  readonly narrowMenu?: true
  /** Opens without a session. */
  readonly withoutSession?: true
}

/** What a list says of itself to whatever keeps its views. */
export interface SavedViewsProps {
  /** The page of the list. */
  readonly list: string
  /** Filters and view that the address holds now, without page and open row. */
  readonly search: Search
  readonly show: (search: Search) => void
}

/**
 * What each named place hands to the parts that fill it. A module that opens a slot adds it here by declaration merging:
 * `declare module '#platform/web/page-def.ts' { interface SlotProps { 'case-page.section': { caseId: string } } }`
 */
export interface SlotProps {
  /** A panel in the wide column of my day. */
  'home.section': object
  /** A panel in the narrow column of my day. */
  'home.aside': object
  /** Views of a list that a person keeps, after those of the list itself. */
  'list.views': SavedViewsProps
  /** Looks after what happens whichever page is open, the phone's too; shows nothing. */
  watch: object
  /** Something in the bar, left of the name: messages with their count. */
  'bar.item': object
}
export type SlotName = keyof SlotProps

/** A part that a module puts into a page it does not own. */
export type SlotFill = { [Name in SlotName]: FillOf<Name> }[SlotName]

export interface FillOf<Name extends SlotName> {
  readonly slot: Name
  readonly order: number
  /** For slots whose parts are tabs or have a heading of the page's own. */
  readonly title?: Bilingual
  readonly visibleTo: (me: Me) => boolean
  readonly load: () => Promise<ComponentType<SlotProps[Name]>>
}
