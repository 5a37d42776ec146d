import { describe, expect, it } from 'vitest'
import { decideDemo } from './demo-decision.ts'

const embedded = { demo: null, demoPublic: false, databaseUrl: null, host: '127.0.0.1' }
const empty = { isMarked: null, hasBureau: false }

describe('whether a start is a demo', () => {
  it('is one by default on an empty embedded database', () => {
    expect(decideDemo(embedded, empty)).toBe('load')
  })
  it('is none on a server, nor once a bureau is there', () => {
    expect(decideDemo({ ...embedded, databaseUrl: 'postgresql://x/y' }, empty)).toBe('off')
    expect(decideDemo(embedded, { isMarked: null, hasBureau: true })).toBe('off')
  })
  it('stays one for ever once marked, on a server too', () => {
    expect(decideDemo({ ...embedded, databaseUrl: 'postgresql://x/y' }, { isMarked: true, hasBureau: true })).toBe('go-on')
  })
  it('refuses to turn a demo into a real installation', () => {
    expect(() => decideDemo({ ...embedded, demo: false }, { isMarked: true, hasBureau: true })).toThrow(/DAYLIGHT_HOME=/)
  })
  it('refuses to pour the demo into a bureau', () => {
    expect(() => decideDemo({ ...embedded, demo: true }, { isMarked: null, hasBureau: true })).toThrow(/empty database/)
  })
  it('is not open to the network unless that is said', () => {
    expect(() => decideDemo({ ...embedded, host: '0.0.0.0' }, empty)).toThrow(/DAYLIGHT_DEMO_PUBLIC=1/)
    expect(decideDemo({ ...embedded, host: '0.0.0.0', demoPublic: true }, empty)).toBe('load')
    expect(decideDemo({ ...embedded, host: '0.0.0.0', demo: false }, empty)).toBe('off')
  })
})
