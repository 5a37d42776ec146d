import { useKeys } from './keys.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

/** `Alt 1–8` lead to the fields that show their `fieldKey`. */
export function useFieldKeys(label: string): void {
  useKeys(digits.map((digit) => ({ keys: `alt+${digit}`, label, run: () => goToField(digit) })))
}

function goToField(digit: string): void {
  const field = document.querySelector(`[data-field-key="${digit}"]`)
  const control = field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('input, select, textarea')
  control?.focus()
}
