export { categories, type Category, findCategories } from './domain/category.ts'
export { type Balance, drawBalance, isBalanced } from './server/draw-balance.ts'
export * as incidentRows from './server/incident-rows.ts'
export { incidentsModule } from './server/module.ts'
