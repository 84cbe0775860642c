import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { SETTINGS } from './settings.ts'

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/mashang')

describe('settings', () => {
  it('have defaults that work on a laptop', () => {
    expect(read({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      role: 'all',
      databaseUrl: undefined,
      dataFolder: '/srv/mashang/data',
      publicUrl: 'http://localhost:8080',
      logOrigin: 'localhost/log',
      demo: false,
      s3: undefined,
      sms: undefined,
    })
    expect(read({}).cityFolder).toMatch(/definitions\/dalian$/)
  })

  it('are taken where they are good; an empty one counts as not set', () => {
    const config = read({
      PORT: '9000',
      PUBLIC_URL: 'https://zwfw.example.gov.cn/',
      DEMO: 'yes',
      DATA: '/d',
      ROLE: ' ',
    })
    expect(config).toMatchObject({
      port: 9000,
      publicUrl: 'https://zwfw.example.gov.cn',
      logOrigin: 'zwfw.example.gov.cn/log',
      demo: true,
      dataFolder: '/d',
      role: 'all',
    })
  })

  it.each([
    [{ PORT: '70000' }, 'PORT=70000 cannot be used: it should be a whole number from 0 to 65535.'],
    [{ PORT: '8o80' }, 'PORT=8o80 cannot be used'],
    [{ ROLE: 'boss' }, 'it should be one of all, web, worker'],
    [{ DEMO: 'maybe' }, 'it should be true or false'],
    [{ PUBLIC_URL: 'example.gov.cn' }, 'PUBLIC_URL=example.gov.cn cannot be used'],
    [{ PUBLIC_URL: 'https://example.gov.cn/path' }, 'without a path'],
    [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, 'S3_ACCESS_KEY_ID is missing'],
    [{ SMS_URL: 'ftp://x' }, 'SMS_URL=ftp://x cannot be used'],
  ])('that are wrong say which and what they should be: %j', (environment, message) => {
    expect(() => read(environment as Record<string, string>)).toThrow(message)
  })

  it('never repeat a password in a message', () => {
    expect(() => read({ DATABASE_URL: 'mysql://root:secret@db' })).toThrow(/DATABASE_URL/)
    expect(() => read({ DATABASE_URL: 'mysql://root:secret@db' })).not.toThrow(/secret/)
  })

  it('are all in the table that the documentation prints', () => {
    const asked: string[] = []
    const environment = new Proxy<Record<string, string>>(
      {
        S3_ENDPOINT: 'http://a',
        S3_ACCESS_KEY_ID: 'a',
        S3_SECRET_ACCESS_KEY: 'a',
        SMS_URL: 'http://a',
        SIGNING_PKCS12: 'a',
      },
      {
        get: (given, name) => {
          asked.push(String(name))
          return given[String(name)]
        },
      },
    )
    readConfig(environment, '/')
    expect([...new Set(asked)].sort()).toEqual(SETTINGS.map(({ name }) => name).sort())
  })
})
