/** Outlines on a 16 × 16 field, one stroke. Decoration only: the words beside them carry the meaning. */
const outlines = {
  home: 'M2 7.5 8 2l6 5.5M3.5 6.5v7h9v-7M6.5 13.5v-4h3v4',
  phone:
    'M3.3 1.8h2.3l1.2 3-1.5 1.2a8.6 8.6 0 0 0 4.7 4.7l1.2-1.5 3 1.2v2.3c0 .8-.6 1.5-1.5 1.5C6.6 14.2 1.8 9.4 1.8 3.3c0-.9.7-1.5 1.5-1.5Z',
  folder: 'M1.5 13V3h4.5l1.5 2h6v2M1.5 13l2.2-6h11l-2.2 6Z',
  eye: 'M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  exchange: 'M2 5.5h12M5 2.5l-3 3M14 10.5H2M11 13.5l3-3',
  globe:
    'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM1.5 8h13M8 1.5c2.2 2 2.8 4.2 2.8 6.5S10.2 12.5 8 14.5C5.8 12.5 5.2 10.3 5.2 8S5.8 3.5 8 1.5Z',
  gear: 'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM6.8 1.5h2.4l.4 1.8 1.3.7 1.8-.6 1.2 2-1.3 1.3v1.4l1.3 1.3-1.2 2-1.8-.6-1.3.8-.4 1.8H6.8l-.4-1.8-1.3-.8-1.8.6-1.2-2 1.3-1.3V6.7L2.1 5.4l1.2-2 1.8.6 1.3-.7Z',
  bell: 'M3 11.5c1-1 1.3-2.2 1.3-4.5C4.3 4.5 5.8 3 8 3s3.7 1.5 3.7 4c0 2.3.3 3.5 1.3 4.5ZM6.5 13.5c.8.8 2.2.8 3 0M8 3V1.5',
  clock: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 4v4l2.8 1.8',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14.5 14.5',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'm3 3 10 10M13 3 3 13',
  up: 'm2.5 10.5 5.5-5.5 5.5 5.5',
  down: 'm2.5 5.5 5.5 5.5 5.5-5.5',
  left: 'M10.5 2.5 5 8l5.5 5.5',
  collapse: 'M2 3h12M6.5 6.5H14M6.5 9.5H14M2 13h12M4.2 6.3 2 8l2.2 1.7',
  print: 'M4 5.5V1.5h8v4M4 11H1.5V5.5h13V11H12M4 9h8v5.5H4Z',
  copy: 'M5.5 4.5h8v10h-8ZM10.5 4.5v-3h-8v10h3',
  paper: 'M3 1.5h6.5L13 5v9.5H3ZM9.5 1.5V5H13M5.5 8h5M5.5 11h5',
  person: 'M8 7.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 14.5c0-3 2.5-4.5 6-4.5s6 1.5 6 4.5',
  leave: 'M6.5 2H2.5v12h4M10.5 4.5 14 8l-3.5 3.5M14 8H6',
} as const
export type IconName = keyof typeof outlines

export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={outlines[name]} />
  </svg>
)

/** The sign of the house: a sun over the horizon. */
export const SunMark = ({ size = 20 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
    <path d="M5 12.5a5 5 0 0 1 10 0ZM1 14.5h18V16H1ZM9.3 3h1.4v2.6H9.3ZM3.2 6l1-1 1.9 1.9-1 1ZM16.8 6l-1-1-1.9 1.9 1 1Z" />
  </svg>
)
