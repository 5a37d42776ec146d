import type { MessageState } from '../domain/message-state.ts'
import type { zh } from './zh.ts'

export const en: typeof zh = {
  refusals: {
    'notifications.phoneNotValid': 'A mobile number has 11 digits and begins with 1.',
    'notifications.messageNotFound': 'There is no such message, or it is not addressed to you.',
    'notifications.deliveryNotStuck': 'There is no such stopped follow-up work, or it has gone on.',
    'notifications.messageNotStuck': (facts) =>
      `This message is ${stateNames[facts['state'] as MessageState]} and cannot be sent again. If it is needed, send it anew from where it came.`,
  },
  states: {
    queued: 'waiting',
    sent: 'with the gateway',
    delivered: 'delivered',
    failed: 'failed',
    dropped: 'withdrawn',
    expired: 'out of time',
  },
  reasons: {
    'no-channel': 'No text message channel is set up. It leaves by itself once there is one.',
    'demo-only': 'A demo sends nothing through a real channel.',
    'channel-fault': 'The channel failed; see the log.',
    'no-answer': 'Several attempts brought no answer.',
  },
  inbox: {
    title: 'Messages',
    all: 'All',
    unread: 'Unread',
    read: 'Read',
    when: 'Time',
    state: 'State',
    text: 'Message',
    openSubject: 'Go to it',
    empty: 'No messages',
    emptyWhy: 'Dispatches, filings and reminders of limits appear here.',
  },
  stuck: {
    title: 'Text messages that did not leave',
    menu: 'Stuck work',
    explain: 'Shows how sending goes, never to whom or what it says.',
    empty: 'No text message is stuck',
    template: 'Template',
    state: 'State',
    attempts: 'Attempts',
    reason: 'Reason',
    until: 'Valid until',
    tryAgain: 'Send again',
    queuedAgain: 'Queued again; it leaves shortly.',
  },
  deliveries: {
    title: 'Stopped follow-up work',
    explain:
      'What the program has tried many times and no longer tries by itself, such as updating the public query or starting a limit. Later work on the same case waits behind it.',
    empty: 'No follow-up work has stopped',
    since: 'Since',
    subscriber: 'Work',
    event: 'Set off by',
    subject: 'On',
    subjectKinds: { case: 'Case', incident: 'Incident', officer: 'Account', message: 'Message' },
    attempts: 'Attempts',
    error: 'Last error',
    tryAgain: 'Try again',
    tryAgainNamed: (subscriber) => `Try again: ${subscriber}`,
  },
  phones: {
    demo: 'Demo',
    title: 'Demo phones',
    lead: 'Text messages of this system, simulated: none has really been sent.',
    newest: 'Phones that lately received a message',
    none: 'No message yet. Once a case is accepted, the reporter’s messages appear here.',
    number: 'Mobile number',
    open: 'Open this phone',
    notPhone: 'A mobile number has 11 digits and begins with 1.',
    back: 'All phones',
    empty: 'This phone has not received anything yet.',
    messages: 'Messages, newest first',
    other: '中文',
    live: 'Updated every 3 seconds',
  },
}

const stateNames: Record<MessageState, string> = en.states
