import { expose, type Module } from '#platform/server/module.ts'
import * as contract from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { answerDisagreement } from './answer-disagreement.ts'
import { answerRequests, forgetOld } from './answer-requests.ts'
import { changeSetting } from './change-setting.ts'
import { citizenRoutes } from './citizen-routes.ts'
import { findDisagreement } from './find-disagreement.ts'
import { findSetting } from './find-setting.ts'
import { listDisagreements } from './list-disagreements.ts'
import { milestoneDocument } from './milestone-document.ts'
import { projectSteps } from './project-case.ts'
import { forgetReports, takeReports } from './take-reports.ts'
import { tellMilestone } from './tell-milestone.ts'

export const publicQueryModule = {
  name: 'public-query',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [
    expose(contract.listDisagreements, listDisagreements),
    expose(contract.findDisagreement, findDisagreement),
    expose(contract.answerDisagreement, answerDisagreement),
    expose(contract.findSetting, findSetting),
    expose(contract.changeSetting, changeSetting),
  ],
  plainRoutes: citizenRoutes,
  subscribers: [projectSteps, tellMilestone],
  loops: [answerRequests, takeReports, forgetOld, forgetReports],
  words: { zh: { refusals: zh.refusals }, en: { refusals: en.refusals } },
  references: () => ({ 'milestones.md': milestoneDocument() }),
} satisfies Module
