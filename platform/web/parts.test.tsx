// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { ProblemError } from './call.ts'
import { Combobox, matching } from './combobox.tsx'
import { Field } from './field.tsx'
import { KindMark, irregularityKinds } from './kind-mark.tsx'
import { Attention, Refusal } from './refusal.tsx'
import { StageStay } from './stage-stay.tsx'
import { StateChip, clockStates } from './state-chip.tsx'
import { click, press, render } from './testing/render.tsx'

const refused = new ProblemError({
  type: 'urn:daylight:house.invalidInput',
  title: '',
  status: 400,
  code: 'house.invalidInput',
  detail: '有几项需要核对。',
  requestId: 'r',
  fields: [{ path: 'occurredAt', code: 'tooEarly', message: '早于立案时间 10-08 22:10。请核对日期。' }],
})

describe('state', () => {
  test('each of the five has its own letter, shape and name in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const place = await render(
        clockStates.map((state) => <StateChip key={state} state={state} />),
        language,
      )
      const chips = [...place.querySelectorAll('.chip')]
      for (const of of [
        (chip: Element) => chip.textContent,
        (chip: Element) => chip.querySelector('svg')?.innerHTML,
        (chip: Element) => chip.getAttribute('aria-label'),
      ]) {
        expect(new Set(chips.map(of)).size).toBe(5)
      }
    }
  })

  test('each kind of irregularity has its own silhouette and letter, and its gravity is drawn, not only coloured', async () => {
    const place = await render(irregularityKinds.map((kind) => <KindMark key={kind} kind={kind} gravity="warning" />))
    expect(new Set([...place.querySelectorAll('path')].map((path) => path.getAttribute('d'))).size).toBe(irregularityKinds.length)
    expect(new Set([...place.querySelectorAll('text')].map((text) => text.textContent)).size).toBe(irregularityKinds.length)
    const gravities = await render(
      (['reminder', 'warning', 'serious'] as const).map((gravity) => <KindMark key={gravity} kind="time" gravity={gravity} />),
    )
    const drawn = [...gravities.querySelectorAll('path')].map(
      (path) => `${path.getAttribute('stroke-dasharray')} ${path.getAttribute('fill')} ${path.getAttribute('fill-opacity')}`,
    )
    expect(new Set(drawn).size).toBe(3)
  })

  test('time in a stage is told from a limit: it is called the allowance of the house', async () => {
    const place = await render(<StageStay spentDays={3} allowedDays={2} />)
    expect(place.querySelector('.stay')?.getAttribute('aria-label')).toBe('本环节已停留 3 天，内部时限 2 天')
    expect(place.querySelector('.stay-beyond')).not.toBeNull()
  })
})

describe('field', () => {
  test('the error stands between label and control and is tied to it', async () => {
    const place = await render(
      <Field label="扣押时间" hint="北京时间" error="早于立案时间。">
        {(control) => <input {...control} />}
      </Field>,
    )
    const field = place.querySelector('.field')!
    expect([...field.children].map(({ className, tagName }) => className || tagName)).toEqual([
      'field-label',
      'field-error',
      'INPUT',
      'field-hint',
    ])
    const input = field.querySelector('input')!
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = input
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['早于立案时间。', '北京时间'])
  })
})

describe('refusal', () => {
  test('counts what stands at the fields, says the rest itself', async () => {
    expect((await render(<Refusal problem={refused} />)).textContent).toBe('有 1 项需要核对')
    const noField = new ProblemError({ ...refused.problem, fields: [], detail: '已由他人签收。' })
    expect((await render(<Refusal problem={noField} steps={['找 王晓芸']} />)).textContent).toBe('已由他人签收。找 王晓芸')
    expect((await render(<Refusal problem={null} />)).textContent).toBe('')
  })

  test('what only asks for attention is no alarm', async () => {
    const place = await render(<Attention title="简要中有“头部出血”">若选调解，会请法制复看。</Attention>)
    expect(place.querySelector('[role="alert"]')).toBeNull()
    expect(place.querySelector('.notice.attention')?.textContent).toContain('若选调解')
  })

  test('a fault gives the number to report and no inner words', async () => {
    const fault = new ProblemError({ ...refused.problem, status: 500, code: 'fault', fields: [], detail: 'stack', requestId: '0198-1' })
    const { textContent } = await render(<Refusal problem={fault} />)
    expect(textContent).toContain('0198-1')
    expect(textContent).not.toContain('stack')
  })
})

describe('button', () => {
  test('what is not possible yet says why and does nothing', async () => {
    let done = 0
    const place = await render(
      <Button kind="primary" onClick={() => done++} disabledBecause="还差 类别">
        派警
      </Button>,
    )
    const button = place.querySelector('button')!
    await click(button)
    expect(done).toBe(0)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toBe('还差 类别')
  })
})

describe('combobox', () => {
  const options = [
    { value: 'gambling', label: '聚众赌博', search: 'jzdb 030101' },
    { value: 'brawl', label: '打架斗殴', search: 'djdo 030102' },
  ]

  test('finds by characters, initials and code, those that begin with it first', () => {
    expect(matching(options, 'd').map(({ value }) => value)).toEqual(['brawl', 'gambling'])
    expect(matching(options, '赌').map(({ value }) => value)).toEqual(['gambling'])
    expect(matching(options, '030102').map(({ value }) => value)).toEqual(['brawl'])
    expect(matching(options, ' ')).toHaveLength(2)
  })

  test('arrow and Enter take an option without a mouse', async () => {
    let taken: string | null = null
    const place = await render(<Combobox control={{ id: 'kind' }} options={options} value={null} onChange={(value) => (taken = value)} />)
    const input = place.querySelector('input')!
    await act(async () => input.focus())
    await press({ key: 'ArrowDown' }, input)
    await press({ key: 'ArrowDown' }, input)
    expect(place.querySelector('[aria-selected="true"]')?.textContent).toBe('打架斗殴')
    await press({ key: 'Enter' }, input)
    expect(taken).toBe('brawl')
  })
})
