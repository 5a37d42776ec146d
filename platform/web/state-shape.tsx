import type { ReactNode } from 'react'

export type ShapeName = 'normal' | 'due-soon' | 'urgent' | 'overdue' | 'stopped' | 'extended' | 'provisional'

const shapes: Record<ShapeName, ReactNode> = {
  normal: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  'due-soon': <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  urgent: <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />,
  overdue: <path d="M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6Z" fill="currentColor" />,
  stopped: <path d="M2 1h2.8v10H2ZM7.2 1H10v10H7.2Z" fill="currentColor" />,
  extended: <path d="m1.5 2 4 4-4 4M6.5 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  provisional: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 1.7" />,
}

/** The shape of a state by itself, for counts and figures that have their words beside them. */
export const StateShape = ({ shape, size = 12 }: { shape: ShapeName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
    {shapes[shape]}
  </svg>
)
