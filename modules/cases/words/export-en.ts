import type { exportZh } from './export-zh.ts'

export const exportEn: typeof exportZh = {
  fileName: 'cases',
  identitySecret: 'identity kept secret',
  and: '; ',
  clockStates: { overdue: 'Overdue', running: 'Running' },
  columns: {
    number: 'Case number',
    kind: 'Kind',
    stage: 'Stage',
    stageSince: 'Stage since',
    outcome: 'Outcome',
    cause: 'Cause',
    matter: 'Matter',
    parties: 'Parties',
    phones: 'Phones',
    unit: 'Unit',
    holder: 'Officer',
    second: 'Second officer',
    reportedAt: 'Reported at',
    openedAt: 'Opened at',
    closedAt: 'Closed at',
    incidentNumber: 'Incident number',
    dueAt: 'Next deadline',
    clock: 'Deadline',
  },
}
