import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

describe('settings', () => {
  it('have a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: 'http://127.0.0.1:3000',
      staffUrl: 'http://127.0.0.1:3000',
      trustedProxies: [],
      demo: null,
    })
  })

  it('give the staff address the public one unless it is set', () => {
    expect(readConfig({ DAYLIGHT_PUBLIC_URL: 'https://a.example.cn' }).staffUrl).toBe('https://a.example.cn')
    expect(readConfig({ DAYLIGHT_PUBLIC_URL: 'https://a.example.cn', DAYLIGHT_STAFF_URL: 'https://b.example.cn' }).staffUrl).toBe(
      'https://b.example.cn',
    )
  })

  it('name all faults at once, each with an example', () => {
    const faults = faultsOf({
      PORT: 'many',
      DAYLIGHT_PUBLIC_URL: 'https://a.example.cn/path',
      DAYLIGHT_TRUSTED_PROXIES: '10.0.0.2,somewhere',
    })
    expect(faults).toHaveLength(3)
    expect(faults.join('\n')).toMatch(/PORT=3000[^]*DAYLIGHT_PUBLIC_URL=https[^]*DAYLIGHT_TRUSTED_PROXIES=10/)
  })

  it('refuse a name that does not exist and list those that do', () => {
    expect(faultsOf({ DAYLIGHT_DEM0: '1' })[0]).toMatch(/DAYLIGHT_DEM0.*DAYLIGHT_DEMO/)
  })

  it('want certificate and key together, as files that are there; the addresses then begin with https', () => {
    const [cert, key] = ['certificate', 'key'].map((name) => path.resolve(import.meta.dirname, `../testing/certificate/${name}.pem`)) as [
      string,
      string,
    ]
    expect(readConfig({ DAYLIGHT_TLS_CERT: cert, DAYLIGHT_TLS_KEY: key })).toMatchObject({
      tls: { certFile: cert, keyFile: key },
      publicUrl: 'https://127.0.0.1:3000',
    })
    expect(faultsOf({ DAYLIGHT_TLS_CERT: cert }).join()).toMatch(/DAYLIGHT_TLS_KEY=/)
    expect(faultsOf({ DAYLIGHT_TLS_CERT: cert, DAYLIGHT_TLS_KEY: '/no/such/file' }).join()).toMatch(/DAYLIGHT_TLS_KEY=\/no\/such/)
  })

  it('never repeat the password of a database', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://daylight:secret-word@db/x' }).join()).not.toContain('secret-word')
  })

  it('take single sign-on whole or not at all, and never repeat its secret', () => {
    const whole = {
      DAYLIGHT_OIDC_ISSUER: 'https://id.example.cn',
      DAYLIGHT_OIDC_CLIENT_ID: 'd',
      DAYLIGHT_OIDC_CLIENT_SECRET: 'secret-word',
    }
    expect(readConfig({}).signOn).toBeNull()
    expect(readConfig(whole).signOn).toMatchObject({ issuer: 'https://id.example.cn', claim: 'preferred_username' })
    expect(faultsOf({ ...whole, DAYLIGHT_OIDC_CLIENT_ID: '' })).toEqual([expect.stringContaining('DAYLIGHT_OIDC_CLIENT_ID')])
    expect(faultsOf({ ...whole, DAYLIGHT_OIDC_ISSUER: 'nowhere' }).join()).not.toContain('secret-word')
  })

  it('want a public address when listening everywhere, and two yeses for an open demo', () => {
    expect(faultsOf({ HOST: '0.0.0.0' })[0]).toMatch(/DAYLIGHT_PUBLIC_URL/)
    expect(faultsOf({ HOST: '10.0.0.5', DAYLIGHT_DEMO: '1' })[0]).toMatch(/DAYLIGHT_DEMO_PUBLIC=1/)
    expect(faultsOf({ HOST: '10.0.0.5', DAYLIGHT_DEMO: '1', DAYLIGHT_DEMO_PUBLIC: '1' })).toEqual([])
  })
})

describe('keys', () => {
  const key = 'A'.repeat(43)

  it('come from the home, another folder, or the setting itself', () => {
    expect(readConfig({}).keys).toBeNull()
    expect(readConfig({ DAYLIGHT_KEYS: '/run/credentials/daylight' }).keys).toBe('/run/credentials/daylight')
    expect(readConfig({ DAYLIGHT_KEYS: `${key},${key}` }).keys).toEqual([key, key])
  })

  it('are not repeated when they are wrong', () => {
    expect(() => readConfig({ DAYLIGHT_KEYS: 'tooshortakey' })).toThrow(/DAYLIGHT_KEYS：/)
    expect(() => readConfig({ DAYLIGHT_KEYS: 'tooshortakey' })).not.toThrow(/tooshortakey/)
  })
})
