import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'

/** What stands after `?` in the address, as plain texts. */
export type Search = Readonly<Record<string, string>>

/** `useRouteParam('caseId')`: the part of the address that the page's path names with `$caseId`. */
export function useRouteParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new Error(`the path of this page has no $${name}`)
  return value
}

export function useSearch(): Search {
  // why: the router is told to read everything in the address as text.
  const search = useLocation().search as Readonly<Record<string, string | undefined>>
  return Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

export const usePathname = (): string => useLocation().pathname

/** Goes to a page, or, with only `search`, changes what the present one shows. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback((to, options) => void navigate({ href: to, replace: options?.replace ?? false }), [navigate])
}

/** Changes the search of this page; an empty text takes the name out. */
export function useChangeSearch(): (changes: Readonly<Record<string, string>>, options?: { replace?: boolean }) => void {
  const go = useGo()
  const search = useSearch()
  const pathname = usePathname()
  return (changes, options) => {
    const kept = Object.entries({ ...search, ...changes }).filter(([, value]) => value !== '')
    const query = new URLSearchParams(kept).toString()
    go(query ? `${pathname}?${query}` : pathname, options)
  }
}

export interface PageLinkProps {
  readonly to: string
  readonly className?: string
  readonly current?: boolean
  readonly label?: string
  readonly children: ReactNode
}

/** A link inside the staff application: no reload, yet a real address that can be opened in a new tab. */
export function PageLink({ to, className, current, label, children }: PageLinkProps) {
  const go = useGo()
  return (
    <a
      href={to}
      className={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
