import '#modules/cases/index.ts'
