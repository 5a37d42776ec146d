import { expect, test } from 'vitest'
import { filesOf } from './budgets.ts'
import type { Manifest } from './budgets.ts'

test('a page weighs itself, its styles and what it imports at once, each counted once; what is loaded later is not counted', () => {
  const manifest: Manifest = {
    page: { file: 'page.js', css: ['page.css'], imports: ['kit', 'react'], dynamicImports: ['later'] },
    kit: { file: 'kit.js', imports: ['react', 'page'] },
    react: { file: 'react.js' },
    later: { file: 'later.js' },
  }
  expect([...filesOf(manifest, 'page')].sort()).toEqual(['kit.js', 'page.css', 'page.js', 'react.js'])
})
