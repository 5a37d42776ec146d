import { expect, it } from 'vitest'
import { incidentNumber } from './incident-number.ts'

it('is J, the twelve digits of the unit, year and month of registration, and six digits of a serial (domain.md §5.1)', () => {
  expect(incidentNumber('141199000000', '202611', 417)).toBe('J141199000000202611000417')
  expect(incidentNumber('141199000000', '202601', 999_999)).toMatch(/^J\d{12}20\d{2}(0[1-9]|1[0-2])\d{6}$/)
})
