import '#modules/cases/server/move-case.ts'
