import { resolve } from 'node:path'
import { cruise as cruiseTree, type ICruiseResult } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'

const sources = ['app', 'modules', 'platform', 'kernel', 'tests', 'bench', 'data', 'tools']

export interface Cruised {
  /** One line for each broken rule: `rule: from → to. What to do instead.` */
  readonly broken: readonly string[]
  readonly filesRead: number
}

/** Reads every import of the tree below `root` and holds it to the borders of `.dependency-cruiser.mjs`. */
export async function cruise(root: string, folders: readonly string[] = sources): Promise<Cruised> {
  const { output } = await cruiseTree([...folders], {
    ...config.options,
    ruleSet: { forbidden: config.forbidden ?? [] },
    validate: true,
    baseDir: resolve(root),
  })
  const { summary, modules } = output as ICruiseResult
  const advice = new Map((config.forbidden ?? []).map((rule) => [rule.name, rule.comment ?? '']))
  return {
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}. ${advice.get(rule.name)}`),
    filesRead: modules.filter(({ source }) => !source.includes('node_modules') && /\.(ts|tsx|mjs)$/.test(source)).length,
  }
}

export const ruleNames: readonly string[] = [...new Set((config.forbidden ?? []).map((rule) => rule.name ?? ''))]
