/** 接警单编号: `J` + 12-digit unit + yyyyMM of registration + 6-digit serial (domain.md §5.1). */
export const incidentNumber = (unitCode: string, month: string, serial: number): string =>
  `J${unitCode}${month}${String(serial).padStart(6, '0')}`
