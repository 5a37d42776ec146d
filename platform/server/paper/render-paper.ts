import { Worker } from 'node:worker_threads'
import type { PaperDelivery, PaperOrder } from './paper-order.ts'
import { PaperFault, withoutPersons } from './paper-fault.ts'

/** A template (absolute path of a `.typ` that reads `facts.json` beside it, or imports `official-paper.typ`) and what to print. */
export interface Paper {
  readonly template: string
  readonly facts: unknown
  readonly issuedAt: Date
}

interface Waiting {
  readonly paper: Paper
  resolve(pdf: Uint8Array): void
  reject(fault: Error): void
}

// why: typst keeps a little of each document; a fresh worker gives it back.
const papersPerWorker = 5_000
const closeAfterIdleMs = 60_000

interface Press {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  given: number
  idle: NodeJS.Timeout | undefined
}

function openPress(onGone: (press: Press) => void): Press {
  const worker = new Worker(new URL('paper-worker.ts', import.meta.url))
  const press: Press = { worker, waiting: new Map(), given: 0, idle: undefined }
  const rest = () => {
    // why: a process that has nothing left to do but wait for papers may end.
    worker.unref()
    if (press.given >= papersPerWorker) return close()
    press.idle = setTimeout(close, closeAfterIdleMs).unref()
  }
  const close = () => {
    onGone(press)
    void worker.terminate()
  }
  const fail = (reason: string) => {
    onGone(press)
    for (const { paper, reject } of press.waiting.values()) reject(new PaperFault(paper.template, [reason]))
    press.waiting.clear()
  }
  worker.on('message', (delivery: PaperDelivery) => {
    const waiting = press.waiting.get(delivery.id)
    press.waiting.delete(delivery.id)
    if (waiting) deliver(waiting, delivery)
    if (press.waiting.size === 0) rest()
  })
  worker.on('error', (error) => fail(error.name))
  worker.on('exit', (code) => fail(`worker left with ${code}`))
  return press
}

function deliver({ paper, resolve, reject }: Waiting, delivery: PaperDelivery): void {
  if ('pdf' in delivery) return resolve(delivery.pdf)
  reject(
    new PaperFault(
      paper.template,
      delivery.diagnostics.map((line) => withoutPersons(line, paper.facts)),
    ),
  )
}

// why: half a surrogate pair ends the reading of the JSON, and a control character has no glyph.
const printable = (text: string) => text.toWellFormed().replaceAll(/(?!\n)\p{Cc}/gu, '')

/** One worker thread sets all papers of the process, one after the other, and is opened only when there is something to print. */
function openPrintShop(): (paper: Paper) => Promise<Uint8Array> {
  let press: Press | undefined
  const forget = (gone: Press) => {
    if (press === gone) press = undefined
  }
  return (paper) =>
    new Promise((resolve, reject) => {
      press ??= openPress(forget)
      const { worker, waiting } = press
      const order: PaperOrder = {
        id: press.given++,
        template: paper.template,
        facts: JSON.stringify(paper.facts, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value)),
        issuedAtSeconds: Math.floor(paper.issuedAt.getTime() / 1_000),
      }
      clearTimeout(press.idle)
      waiting.set(order.id, { paper, resolve, reject })
      worker.ref()
      worker.postMessage(order)
      // why: this one is full; the next paper opens a fresh one while it finishes its queue.
      if (press.given >= papersPerWorker) press = undefined
    })
}

/** Sets a paper as PDF/A-2u. The same facts and time give the same bytes, so that a hash can stand for the paper. */
export const renderPaper: (paper: Paper) => Promise<Uint8Array> = openPrintShop()
