import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { DemoLabel } from './demo-mark.tsx'
import { Icon, SunMark } from './icon.tsx'
import { keptSetting, useKeptSetting } from './kept-setting.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { useKeys } from './keys.ts'
import { languageSetting, useBilingual, useWords } from './language.ts'
import { useMe } from './me.tsx'
import { menuFor } from './menu-state.ts'
import type { MenuGroupShown } from './menu-state.ts'
import { PageLink, useGo, usePathname } from './navigation.tsx'
import type { PageDef } from './page-def.ts'
import { SideMenu } from './side-menu.tsx'
import { Slot } from './slot.tsx'
import { useModal } from './use-modal.ts'
import { kitWords } from './words/kit-words.ts'

const menuWidth = keptSetting('daylight.menu', ['wide', 'narrow'], 'wide')

export interface StaffFrameProps {
  readonly pages: readonly PageDef[]
  readonly page: PageDef
  /** The role as it is said: 民警. The kit knows no role by name. */
  readonly roleName: string
  readonly onLogOut: () => void
  readonly children: ReactNode
}

/** The bar, the menu by work, and the page. On a phone the menu comes in from the side. */
export function StaffFrame({ pages, page, roleName, onLogOut, children }: StaffFrameProps) {
  const words = useWords(kitWords)
  const me = useMe()
  const groups = menuFor(pages, me)
  const [menuOpen, setMenuOpen] = useState(false)
  const [keysOpen, setKeysOpen] = useState(false)
  const narrow = useKeptSetting(menuWidth) === 'narrow' || page.narrowMenu === true
  const pathname = usePathname()
  useEffect(() => setMenuOpen(false), [pathname])
  useFrameKeys(groups, () => setKeysOpen(true))
  return (
    <>
      <div className={classes('frame', narrow && 'narrow')}>
        <a className="skip" href="#content">
          {words.skipToContent}
        </a>
        <header className="bar">
          <button type="button" className="bar-button only-phone" aria-label={words.openMenu} onClick={() => setMenuOpen(true)}>
            <Icon name="menu" size={20} />
          </button>
          <PageLink className="brand" to="/staff/">
            <SunMark />
            {words.product}
          </PageLink>
          <p className="bar-unit only-desk">
            {me.bureauName !== me.unitName && `${me.bureauName} / `}
            <b>{me.unitName}</b>
          </p>
          <DemoLabel />
          <div className="bar-end">
            <Slot name="bar.item" props={{}} />
            <Person name={me.name} roleName={roleName} onLogOut={onLogOut} />
          </div>
        </header>
        <nav className="menu only-desk" aria-label={words.menu}>
          <SideMenu groups={groups} narrow={narrow} />
          <MenuFoot narrow={narrow} fixed={page.narrowMenu === true} showKeys={() => setKeysOpen(true)} />
        </nav>
        <main className="content" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {menuOpen && <PhoneMenu groups={groups} onClose={() => setMenuOpen(false)} onLogOut={onLogOut} roleName={roleName} />}
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </>
  )
}

function useFrameKeys(groups: readonly MenuGroupShown[], showKeys: () => void): void {
  const words = useWords(kitWords).keys
  const say = useBilingual()
  const go = useGo()
  const goTo = groups
    .flatMap(({ pages }) => pages)
    .flatMap(({ menu: { goKey, openKey }, title, path }) =>
      [goKey && `g ${goKey}`, openKey].flatMap((keys) => (keys ? [{ keys, label: words.goTo(say(title)), run: () => go(path) }] : [])),
    )
  useKeys([{ keys: '?', label: words.show, run: showKeys }, ...goTo])
}

function Person({ name, roleName, onLogOut }: { name: string; roleName: string; onLogOut: () => void }) {
  const words = useWords(kitWords)
  return (
    <div className="bar-person only-desk">
      <PageLink className="bar-link" to="/staff/account" label={`${words.account} ${name} ${roleName}`}>
        {name} <small>{roleName}</small>
      </PageLink>
      <button type="button" className="bar-button" onClick={onLogOut}>
        {words.logOut}
      </button>
    </div>
  )
}

function LanguageButton() {
  const words = useWords(kitWords)
  return (
    <button
      type="button"
      lang={languageSetting.read() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => languageSetting.write(languageSetting.read() === 'zh' ? 'en' : 'zh')}
    >
      {words.otherLanguage}
    </button>
  )
}

function MenuFoot({ narrow, fixed, showKeys }: { narrow: boolean; fixed: boolean; showKeys: () => void }) {
  const words = useWords(kitWords)
  return (
    <div className="menu-foot">
      {!fixed && (
        <button
          type="button"
          aria-label={narrow ? words.expandMenu : undefined}
          onClick={() => menuWidth.write(narrow ? 'wide' : 'narrow')}
        >
          <Icon name="collapse" size={14} />
          {!narrow && words.collapseMenu}
        </button>
      )}
      {!narrow && <LanguageButton />}
      <button type="button" aria-label={narrow ? words.keys.title : undefined} onClick={showKeys}>
        <kbd aria-hidden="true">?</kbd>
        {!narrow && words.keys.hint}
      </button>
    </div>
  )
}

interface PhoneMenuProps {
  readonly groups: readonly MenuGroupShown[]
  readonly onClose: () => void
  readonly onLogOut: () => void
  readonly roleName: string
}

function PhoneMenu({ groups, onClose, onLogOut, roleName }: PhoneMenuProps) {
  const words = useWords(kitWords)
  const me = useMe()
  const side = useModal(true, onClose)
  return (
    <dialog ref={side} className="side" aria-label={words.menu} onClose={onClose}>
      <div className="side-head">
        <span>
          <PageLink to="/staff/account">{me.name}</PageLink> <span className="caption">{`${roleName} · ${me.unitName}`}</span>
        </span>
        <button type="button" className="button icon-only" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <nav aria-label={words.menu}>
        <SideMenu groups={groups} narrow={false} allOpen />
      </nav>
      <div className="menu-foot">
        <LanguageButton />
        <button type="button" onClick={onLogOut}>
          {words.logOut}
        </button>
      </div>
    </dialog>
  )
}
