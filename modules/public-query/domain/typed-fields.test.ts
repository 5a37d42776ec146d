import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey } from './address-key.ts'
import { bureauOf, readCaseNumber, spacedNumber } from './case-number.ts'
import { readPhoneNumber, spacedPhone } from './phone-number.ts'
import { readProofCode } from './proof-code.ts'

const number = 'A1411995501002026110037'

describe('a case number', () => {
  it.each(['A141199 550100 202611 0037', ' a1411995501002026110037 ', 'Ａ１４１１９９　550100 202611 0037', 'A141199-550100-202611-0037'])(
    'is read as it is copied from paper: %s',
    (typed) => {
      expect(readCaseNumber(typed)).toBe(number)
    },
  )

  it.each([
    '',
    '1411995501002026110037',
    'A14119955010020261100',
    'A1411995501002026130037',
    'J1411995501002026110037',
    'A1411995501002026110037; drop',
  ])('is not %j', (typed) => {
    expect(readCaseNumber(typed)).toBeNull()
  })

  it('names its county bureau', () => {
    expect(bureauOf(readCaseNumber(number)!)).toBe('141199000000')
  })

  it('is printed in four groups and read back alike', () => {
    expect(spacedNumber(number)).toBe('A141199 550100 202611 0037')
    expect(readCaseNumber(spacedNumber(number))).toBe(number)
  })
})

describe('a phone number', () => {
  it.each(['199 0000 0417', '+86 199-0000-0417', '008619900000417', '１９９００００ 0417'])(
    'is read with spaces and prefix: %s',
    (typed) => {
      expect(readPhoneNumber(typed)).toBe('19900000417')
    },
  )

  it.each(['', '0351 123456', '29900000417', '1990000041', '199000004170'])('is not %j', (typed) => {
    expect(readPhoneNumber(typed)).toBeNull()
  })

  it('is shown in three groups', () => {
    expect(spacedPhone('19900000417')).toBe('199 0000 0417')
  })
})

describe('a code', () => {
  it('is what was just sent when it has six digits, spaces or not', () => {
    expect(readProofCode('123 456')).toEqual({ way: 'sms', digits: '123456' })
  })

  it('is tried as the receipt’s whatever else was typed, so that all of it goes one way', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { way, digits } = readProofCode(typed)
        expect(way === 'sms').toBe(/^\d{6}$/.test(digits))
      }),
    )
    expect(readProofCode('7304 1182 6655 0917')).toEqual({ way: 'receipt', digits: '7304118266550917' })
    expect(readProofCode('').way).toBe('receipt')
  })
})

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:0:7:1::1', '2001:db8:0:7::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('counts %s as one address, %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
