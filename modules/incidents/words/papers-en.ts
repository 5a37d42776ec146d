import type { papersZh } from './papers-zh.ts'

export const papersEn: typeof papersZh = {
  title: 'Papers',
  none: 'No paper yet',
  open: 'Open PDF',
  masked: 'Papers name the reporter; the command centre and the unit that answers may open them.',
  served: (day, way, by) => `${day}, ${way.toLowerCase()}, recorded by ${by}`,
  notServed: 'not served',
  serve: 'Record service',
  issue: {
    'other-authority-notice': 'Issue a notice',
    'transfer-notice': 'Issue notice of transfer',
    'evidence-list': 'Receive evidence',
    'refusal-notice': 'Refuse to file',
  },
  missing: 'Still missing:',
  reason: 'Reason',
  refuse: {
    explain: 'The reporter gets a notice with the reasons and the remedies: reconsideration within 60 days, suit within 6 months.',
    hint: 'Give the reason itself; “after examination” is printed already.',
    decidedAt: 'Decided at',
    act: 'Refuse to file',
    done: (number) => `Refused; the notice is ${number}`,
  },
  notice: {
    authority: 'Authority to turn to',
    recipient: 'Unit that takes over',
    authorityHint: 'Its full name.',
    recipientHint: 'Its full name and department.',
    explain: {
      'other-authority-notice':
        'What is not for the police is told at once; in writing if the reporter disputes it or it cannot be settled on the spot.',
      'transfer-notice': 'Transfer within 24 hours of finding it, and tell the reporter. Three copies.',
    },
    act: 'Issue',
  },
  evidence: {
    explain: 'Piece by piece; the giver checks and signs the list and keeps one copy.',
    giver: 'Name of the giver',
    name: 'Name',
    quantity: 'Quantity',
    features: 'Features',
    another: 'Add another',
    remove: (row) => `Remove piece ${row}`,
    row: (row) => `Piece ${row}`,
    receivedAt: 'Received at',
    act: 'Record and issue the list',
  },
  service: { way: 'Way of service', servedAt: 'Served at', act: 'Record service' },
}
