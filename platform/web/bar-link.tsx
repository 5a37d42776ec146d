import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { PageLink } from './navigation.tsx'

/** Something in the bar that leads to its page: messages with how many are unread. */
/** More than this is said as 99+, so that the bar keeps its width. */
const mostShown = 100

export const BarLink = ({ icon, label, count, to }: { icon: IconName; label: string; count?: number | undefined; to: string }) => (
  <PageLink className="bar-link" to={to}>
    <Icon name={icon} />
    <span className="only-desk">{label}</span>
    <span className="only-phone unseen">{label}</span>{' '}
    {count ? <span className="bar-count">{count < mostShown ? count : `${mostShown - 1}+`}</span> : null}
  </PageLink>
)
