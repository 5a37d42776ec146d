import { expose, type Module } from '#platform/server/module.ts'
import { listLawsEndpoint } from '../contract.ts'
import { listLaws } from './list-laws.ts'

export const lawLibraryModule: Module = {
  name: 'law-library',
  routes: [expose(listLawsEndpoint, listLaws)],
}
