/** The order of the fields is the order of their keys. */
export const fieldKeys = {
  reporterName: '1',
  reporterPhone: '2',
  source: '3',
  place: '4',
  grade: '5',
  summary: '6',
  category: '7',
  unitCode: '8',
} as const
export type IntakeField = keyof typeof fieldKeys

export function focusField(field: IntakeField | 'fromOrgan'): void {
  if (field === 'fromOrgan') return organ()?.focus()

  const box = document.querySelector(`[data-field-key="${fieldKeys[field]}"]`)
  const control = box?.querySelector<HTMLElement>('input:checked') ?? box?.querySelector<HTMLElement>('input, textarea')
  control?.focus()
}

/** Only there for what another organ hands over. */
const organ = () => document.querySelector<HTMLElement>('[data-organ] input')

const isField = (key: string | undefined): key is (typeof fieldKeys)[IntakeField] =>
  Object.values<string | undefined>(fieldKeys).includes(key)

/** The field after the one that holds this control; after the last one, the button. */
export function focusAfter(control: Element): void {
  if (control === organ()) return focusField('place')
  const key = control.closest<HTMLElement>('[data-field-key]')?.dataset['fieldKey']
  if (!isField(key)) return
  const names = Object.keys(fieldKeys) as IntakeField[]
  const next = names[names.findIndex((name) => fieldKeys[name] === key) + 1]
  if (key === fieldKeys.source && organ()) focusField('fromOrgan')
  else if (next) focusField(next)
  else document.querySelector<HTMLElement>('[data-intake-foot] button')?.focus()
}
