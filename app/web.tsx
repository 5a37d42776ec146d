import '#platform/web/kit.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { currentSession, signOut } from '#modules/accounts/contract.ts'
import { roleTitle } from '#modules/accounts/web/role-title.ts'
import { call } from '#platform/web/call.ts'
import { unitCode, bureauCode } from '#kernel/unit-code.ts'
import { followLanguage } from '#platform/web/language.ts'
import type { Me } from '#platform/web/me.tsx'
import type { PageDef, SlotFill } from '#platform/web/page-def.ts'
import { createStaffApp } from '#platform/web/staff-app.tsx'
import type { Session } from '#platform/web/staff-app.tsx'
import { followTheme } from '#platform/web/theme.ts'
import { kitWords } from '#platform/web/words/kit-words.ts'

interface ModulePages {
  readonly pages?: readonly PageDef[]
  readonly slotFills?: readonly SlotFill[]
}

// why: pages and menus are gathered, not listed: a new module appears by having its pages.tsx.
const modules = Object.values(import.meta.glob<ModulePages>('../modules/*/web/pages.tsx', { eager: true }))

const myDay: PageDef = {
  path: '/staff/',
  title: { zh: kitWords.zh.day, en: kitWords.en.day },
  menu: { group: 'home', order: 0, goKey: 'h' },
  visibleTo: () => true,
  load: () => import('#platform/web/home-page.tsx').then((page) => page.HomePage),
}

async function askSession(): Promise<Session> {
  const { officer, demo, signOn, passkeys, serverNow } = await call(currentSession, {})
  return { me: officer && asMe(officer), demo, signOn, passkeys, serverNow: new Date(serverNow) }
}

type SignedIn = NonNullable<Awaited<ReturnType<typeof call<typeof currentSession.input, typeof currentSession.output>>>['officer']>

const asMe = (officer: SignedIn): Me => ({
  ...officer,
  unitCode: unitCode(officer.unitCode),
  bureauCode: bureauCode(officer.bureauCode),
  grants: officer.grants.map((grant) => ({ ...grant, unitCode: unitCode(grant.unitCode) })),
})

const StaffApp = createStaffApp({
  pages: [myDay, ...modules.flatMap(({ pages = [] }) => pages)],
  slotFills: modules.flatMap(({ slotFills = [] }) => slotFills),
  askSession,
  logOut: () => call(signOut, {}),
  signInForm: () => import('#modules/accounts/web/sign-in-form.tsx').then((form) => form.SignInForm),
  proofForm: () => import('#modules/accounts/web/prove-again-form.tsx').then((form) => form.ProveAgainForm),
  roleName: roleTitle,
})

followLanguage()
followTheme()

const place = document.querySelector('#staff')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <StaffApp />
    </StrictMode>,
  )
}
