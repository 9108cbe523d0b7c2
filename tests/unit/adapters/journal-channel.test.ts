import { expect, it } from 'vitest'
import { createJournalChannel } from '../../../main/adapters/journal-channel/journal-channel.ts'
import type { NewJournalEntry } from '../../../main/domain/journal-entry.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { aMessage } from '../../support/message-builder.ts'

it('writes the message as one entry, whose id is the receipt', async () => {
  const entries: NewJournalEntry[] = []
  const channel = createJournalChannel((entry) => entries.push(entry), new FakeClock(5))
  const result = await channel.deliver(aMessage(), { deduplicationKey: 'k', signal: new AbortController().signal })
  expect(result).toEqual({ outcome: 'delivered', receipt: '1' })
  expect(entries).toMatchObject([{ at: 5, type: 'message', severity: 'alert', title: 'Memphis report is 2 days late' }])
})
