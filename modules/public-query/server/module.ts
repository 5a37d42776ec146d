import type { Module } from '#platform/server/module.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { answerRequests, forgetOld } from './answer-requests.ts'
import { citizenRoutes } from './citizen-routes.ts'
import { milestoneDocument } from './milestone-document.ts'
import { projectSteps } from './project-case.ts'
import { forgetReports, takeReports } from './take-reports.ts'
import { tellMilestone } from './tell-milestone.ts'

export const publicQueryModule = {
  name: 'public-query',
  migrations: `${import.meta.dirname}/migrations`,
  plainRoutes: citizenRoutes,
  subscribers: [projectSteps, tellMilestone],
  loops: [answerRequests, takeReports, forgetOld, forgetReports],
  words: { zh: { refusals: zh.refusals }, en: { refusals: en.refusals } },
  references: () => ({ 'milestones.md': milestoneDocument() }),
} satisfies Module
