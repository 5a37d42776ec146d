import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, RouterProvider, createRootRoute, createRoute, createRouter, useMatches } from '@tanstack/react-router'
import type { Bilingual } from '#kernel/bilingual.ts'
import { createAnswers } from './answer.ts'
import { onProofNeeded, onSignedOut } from './call.ts'
import { Dialog } from './dialog.tsx'
import { useBilingual, useWords } from './language.ts'
import { MeProvider } from './me.tsx'
import type { Me } from './me.tsx'
import { useGo, usePathname } from './navigation.tsx'
import type { PageDef, SlotFill } from './page-def.ts'
import { SkeletonRows, Told, Unanswered } from './page-state.tsx'
import { setServerTime } from './server-clock.ts'
import { Slot, SlotProvider } from './slot.tsx'
import { kitWords } from './words/kit-words.ts'

const loadFrame = () => import('./staff-frame.tsx').then((frame) => ({ default: frame.StaffFrame }))
const StaffFrame = lazy(loadFrame)

export interface Session {
  readonly me: Me | null
  readonly demo: boolean
  readonly signOn: boolean
  readonly passkeys: boolean
  readonly serverNow: Date
}

/** What the house hands to its staff application. */
export interface StaffAppParts {
  readonly pages: readonly PageDef[]
  readonly slotFills: readonly SlotFill[]
  readonly askSession: () => Promise<Session>
  readonly logOut: () => Promise<unknown>
  /** Shown over the page when the session has ended in the middle of work. */
  readonly signInForm: () => Promise<ComponentType<{ onSignedIn: () => void }>>
  /** Shown over the page when an act needs it proved anew who sits there. */
  readonly proofForm: () => Promise<ComponentType<{ onProved: () => void }>>
  readonly roleName: (me: Me) => Bilingual
}

const logInPath = '/staff/login'
const sessionKey = ['session']
const sessionEveryMs = 60_000

/** The whole staff application: pages by their paths, around them session, frame and slots. */
export function createStaffApp(parts: StaffAppParts): ComponentType {
  const answers = createAnswers()
  const root = createRootRoute({ component: () => <Root parts={parts} />, notFoundComponent: NotFound })
  const routes = parts.pages.map((page) => {
    const Page = lazy(async () => ({ default: await page.load() }))
    return createRoute({ getParentRoute: () => root, path: page.path, component: Page, staticData: { page } as object })
  })
  const router = createRouter({
    routeTree: root.addChildren(routes),
    scrollRestoration: true,
    trailingSlash: 'preserve',
    // why: the default reads `0037` as a number; here whatever stands in the address is text.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text ? `?${text}` : ''
    },
  })
  return function StaffApp() {
    return (
      <QueryClientProvider client={answers}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    )
  }
}

function usePresentPage(): PageDef | undefined {
  const match = useMatches().at(-1)
  return (match?.staticData as { page?: PageDef } | undefined)?.page
}

function useSession(askSession: StaffAppParts['askSession']) {
  const answers = useQueryClient()
  const session = useQuery({
    queryKey: sessionKey,
    refetchInterval: sessionEveryMs,
    async queryFn() {
      const asked = await askSession()
      setServerTime(asked.serverNow)
      return asked
    },
  })
  useEffect(() => onSignedOut(() => void answers.invalidateQueries({ queryKey: sessionKey })), [answers])
  return session
}

function Root({ parts }: { parts: StaffAppParts }) {
  const session = useSession(parts.askSession)
  const page = usePresentPage()
  useTitle(page)
  useFocusOnContent()
  useWholeAddress()
  if (session.data) return <InSession parts={parts} page={page} session={session.data} />
  if (session.error) return <Unanswered wholePage error={session.error} retry={() => void session.refetch()} />
  return <FirstMoment />
}

/** The person this page belongs to: stays when the session ends in the middle of work, until somebody logs out. */
function useOwner(me: Me | null) {
  const owner = useRef<Me | null>(null)
  const isOther = me !== null && owner.current !== null && me.id !== owner.current.id
  if (me && !isOther) owner.current = me
  return {
    owner: owner.current,
    isOther,
    forget() {
      owner.current = null
    },
  }
}

function InSession({ parts, page, session }: { parts: StaffAppParts; page: PageDef | undefined; session: Session }) {
  const { me, demo, signOn, passkeys } = session
  const answers = useQueryClient()
  const go = useGo()
  const { owner, isOther, forget } = useOwner(me)
  // why: while a person types the password there is time to fetch what comes next.
  if (!me) void loadFrame()
  const logOut = async () => {
    await parts.logOut()
    forget()
    answers.clear()
    go(logInPath)
  }
  // why: another person has signed in over this page; nothing of the first one may stay on it.
  if (isOther) return <StartAnew />
  const isOpenPage = page?.withoutSession === true
  const shown = isOpenPage ? me : owner
  if (!shown && !isOpenPage) return <ToLogIn />
  return (
    <MeProvider me={shown} demo={demo} signOn={signOn} passkeys={passkeys}>
      <SlotProvider fills={parts.slotFills}>
        <Framed parts={parts} page={page} me={shown} onLogOut={() => void logOut()} />
        {!isOpenPage && <OverThePage parts={parts} isSignedIn={me !== null} />}
      </SlotProvider>
    </MeProvider>
  )
}

/** What may come over a page that needs a session. */
function OverThePage({ parts, isSignedIn }: { parts: StaffAppParts; isSignedIn: boolean }) {
  if (!isSignedIn) return <SignInAgain load={parts.signInForm} />
  return (
    <>
      <Slot name="watch" props={{}} />
      <ProveAgain load={parts.proofForm} />
    </>
  )
}

function StartAnew() {
  useEffect(() => globalThis.location.assign('/staff/'), [])
  return <FirstMoment />
}

interface FramedProps {
  readonly parts: StaffAppParts
  readonly page: PageDef | undefined
  readonly me: Me | null
  readonly onLogOut: () => void
}

function Framed({ parts, page, me, onLogOut }: FramedProps) {
  const say = useBilingual()
  const content = !page || page.withoutSession || (me && page.visibleTo(me)) ? <Outlet /> : <NotForMe />
  const waiting = <Suspense fallback={<SkeletonRows />}>{content}</Suspense>
  if (page?.frame === 'bare' || !me) {
    return <Suspense fallback={<FirstMoment />}>{content}</Suspense>
  }
  return (
    <Suspense fallback={<FirstMoment />}>
      <StaffFrame pages={parts.pages} page={page ?? nowhere} roleName={say(parts.roleName(me))} onLogOut={onLogOut}>
        {waiting}
      </StaffFrame>
    </Suspense>
  )
}

const nowhere: PageDef = { path: '/staff/', title: { zh: '', en: '' }, visibleTo: () => true, load: () => Promise.resolve(NotFound) }

/** The bar's place is kept from the first moment on, so nothing jumps. */
const FirstMoment = () => <div className="bar" aria-hidden="true" />

function ToLogIn() {
  const go = useGo()
  const { pathname, search } = globalThis.location
  const then = pathname.startsWith('/staff/') && pathname !== '/staff/' ? `?then=${encodeURIComponent(pathname + search)}` : ''
  useEffect(() => go(`${logInPath}${then}`, { replace: true }), [go, then])
  return <FirstMoment />
}

function SignInAgain({ load }: { load: StaffAppParts['signInForm'] }) {
  const words = useWords(kitWords).signInAgain
  const [done, setDone] = useState(false)
  const Form = useMemo(() => lazy(async () => ({ default: await load() })), [load])
  if (done) return null
  return (
    <Dialog title={words.title} onClose={() => undefined} mustAnswer>
      <p>{words.why}</p>
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <Form onSignedIn={() => setDone(true)} />
      </Suspense>
    </Dialog>
  )
}

function ProveAgain({ load }: { load: StaffAppParts['proofForm'] }) {
  const words = useWords(kitWords).proveAgain
  const [waiting, setWaiting] = useState<((isProved: boolean) => void)[]>([])
  const Form = useMemo(() => lazy(async () => ({ default: await load() })), [load])
  useEffect(() => onProofNeeded((settle) => setWaiting((before) => [...before, settle])), [])
  if (waiting.length === 0) return null
  const settleAll = (isProved: boolean) => {
    for (const settle of waiting) settle(isProved)
    setWaiting([])
  }
  return (
    <Dialog title={words.title} onClose={() => settleAll(false)}>
      <p>{words.why}</p>
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <Form onProved={() => settleAll(true)} />
      </Suspense>
    </Dialog>
  )
}

function NotFound(): ReactNode {
  const words = useWords(kitWords).page
  return <Told wholePage title={words.notFoundTitle} why={words.notFoundWhy} />
}

function NotForMe(): ReactNode {
  const words = useWords(kitWords).page
  return <Told wholePage title={words.refusedTitle} why={words.refusedWhy} />
}

/** Title of page and product; never a name or number of a case. */
function useTitle(page: PageDef | undefined): void {
  const say = useBilingual()
  const words = useWords(kitWords)
  const title = page ? `${say(page.title)} · ${words.product}` : words.product
  useEffect(() => {
    document.title = title
  }, [title])
}

/** `/staff`, as people type it, is my day as well. */
function useWholeAddress(): void {
  const pathname = usePathname()
  const go = useGo()
  useEffect(() => {
    if (pathname === '/staff') go('/staff/', { replace: true })
  }, [pathname, go])
}

/** A new page is read from its beginning. */
function useFocusOnContent(): void {
  const pathname = usePathname()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current !== pathname) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
}
