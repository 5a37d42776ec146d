import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { PageLink } from './navigation.tsx'

/** Something in the bar that leads to its page: messages with how many are unread. */
export const BarLink = ({ icon, label, count, to }: { icon: IconName; label: string; count?: number | undefined; to: string }) => (
  <PageLink className="bar-link" to={to}>
    <Icon name={icon} />
    <span className="only-desk">{label}</span>
    <span className="only-phone unseen">{label}</span> {count ? <span className="bar-count">{count}</span> : null}
  </PageLink>
)
