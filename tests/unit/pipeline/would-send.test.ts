import { expect, it } from 'vitest'
import { wouldSend } from '../../../main/pipeline/would-send.ts'
import { aMessage } from '../../support/message-builder.ts'

it('a dry run says what it would send, in the document and in the journal', () => {
  const { outcomes, entries } = wouldSend([aMessage({ channel: 'native' })], 5)
  expect(outcomes).toEqual([{ keys: ['task:overdue'], channel: 'native', outcome: 'would_send', reason: null }])
  expect(entries).toMatchObject([{ at: 5, type: 'would_send', title: 'would send: Memphis report is 2 days late' }])
})
