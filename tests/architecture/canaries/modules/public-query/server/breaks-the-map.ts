import '#modules/openness/index.ts'
