import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { insertUnits } from '#modules/accounts/index.ts'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { auditModule } from '#modules/audit/server/module.ts'
import { deadlinesModule } from '#modules/deadlines/server/module.ts'
import { lawLibraryModule } from '#modules/law-library/server/module.ts'
import { notificationsModule } from '#modules/notifications/server/module.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Module } from '#platform/server/module.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { OpenCase } from '../contract.ts'
import { openCase } from '../server/open-case.ts'
import { casesModule } from '../server/module.ts'
import type { CaseTables } from '../server/tables.ts'

export const foundations: readonly Module[] = [
  accountsModule,
  lawLibraryModule,
  auditModule,
  notificationsModule,
  deadlinesModule,
  casesModule,
]

/** A county bureau with one station, and the people of the first walk. */
export interface Bureau {
  readonly world: World
  readonly officer: Officer
  readonly unitHead: Officer
  readonly leader: Officer
  readonly supervisor: Officer
  readonly stranger: Officer
}

export async function createBureau(modules: readonly Module[] = foundations): Promise<Bureau> {
  const world = await createWorld(modules)
  const { bureau, station } = world
  const other = world.unit()
  const common = { bureauCode: bureau, phone: '199 0000 0001', address: null } as const
  await insertUnits(world.open, [
    {
      ...common,
      code: bureau,
      parentCode: null,
      kind: 'bureau',
      nameZh: '汾川县公安局',
      nameEn: 'Fenchuan County Bureau',
      shortName: '汾公',
    },
    { ...common, code: station, parentCode: bureau, kind: 'station', nameZh: '城关派出所', nameEn: 'Chengguan Station', shortName: '城关' },
    { ...common, code: other, parentCode: bureau, kind: 'station', nameZh: '河西派出所', nameEn: 'Hexi Station', shortName: '河西' },
  ])
  return {
    world,
    officer: world.officer('赵启明', 'officer'),
    unitHead: world.officer('陈立安', 'unit-head'),
    leader: world.officer('郭仲平', 'leader', bureau),
    supervisor: world.officer('邢卫东', 'supervisor', bureau),
    stranger: world.officer('段青禾', 'officer', other),
  }
}

/** Opens a case without an incident, as the doors of the modules below would. */
export const openForTest = defineAction<CaseTables>()({
  name: 'cases.openForTest',
  input: OpenCase,
  allowedTo: () => true,
  async run(doing, input) {
    const holder = doing.actor as Officer
    const isSecret = input.secrecy === 'secret'
    doing.about({ subject: `case:${input.id}`, bureauCode: holder.bureauCode, unitCode: holder.unitCode, isSecret })
    return openCase(doing, input, {
      bureauCode: holder.bureauCode,
      unitCode: holder.unitCode,
      holder,
      reportedAt: doing.now,
      reportWay: '电话报警',
      occurredAt: doing.now,
      isLateEntry: false,
      lateReason: null,
      incident: null,
    })
  },
})

/** For the tests of modules below, which look at what their acts made. */
export { findCase } from '../server/find-case.ts'

export const reporterPhone = '19900000417'

export const aCase = (over: Partial<OpenCase> = {}): OpenCase => ({
  id: uuid(),
  kind: 'criminal',
  causeCode: 'cl-264',
  matter: '家中门锁被撬，抽屉内现金约三千元不见',
  sensitivity: 'none',
  secrecy: 'ordinary',
  reporter: { name: '贺秀兰', phone: reporterPhone, role: 'reporter' },
  ...over,
})

export const openCrime = ({ world, officer }: Bureau, over: Partial<OpenCase> = {}) => world.perform(openForTest, officer, aCase(over))

export const openViolation = ({ world, unitHead }: Bureau, over: Partial<OpenCase> = {}) =>
  world.perform(openForTest, unitHead, aCase({ kind: 'administrative', causeCode: 'psapl-51', matter: '夜市摊位前被推搡殴打', ...over }))

/** The sum behind a clock, asked as this officer. */
export function explainClock({ world }: Bureau, officer: Officer, clock: { readonly subject: string; readonly rule: string }) {
  const route = deadlinesModule.routes?.find(({ name }) => name === 'deadlines.explain')
  if (!route) throw new Error('deadlines explains no clock')
  return route.carryOut(world.platform, officer, clock)
}

/** A route of `cases` or of the foundations, by its name; for the tests of modules below. */
export function caseRoute(name: string) {
  const route = foundations.flatMap(({ routes = [] }) => routes).find((one) => one.name === name)
  if (!route) throw new Error(`there is no ${name}`)
  return route
}
