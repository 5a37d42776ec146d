export { categories, type Category, findCategories } from './domain/category.ts'
export { incidentsModule } from './server/module.ts'
