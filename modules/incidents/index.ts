export { categories, type Category, findCategories } from './domain/category.ts'
export * as incidentRows from './server/incident-rows.ts'
export { incidentsModule } from './server/module.ts'
