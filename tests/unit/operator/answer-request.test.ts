import { describe, expect, it } from 'vitest'
import { OperatorError } from '../../../main/domain/operator-error.ts'
import type { Logger } from '../../../main/operator/host.ts'
import { answerRequest } from '../../../main/operator/answer-request.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'

function recordingLogger(): { readonly lines: string[]; readonly logger: Logger } {
  const lines: string[] = []
  const record = (event: string, fields?: unknown): void => {
    lines.push(`${event} ${JSON.stringify(fields)}`)
  }
  return { lines, logger: { debug: record, info: record, warning: record, error: record } }
}

/** Only the channel under test is there; asking for another is a fault of the test. */
function handlers(some: Partial<Handlers>): Handlers {
  return some as Handlers
}

describe('answerRequest', () => {
  it('gives the handler the parsed input, defaults filled in, and answers its value', async () => {
    const { logger } = recordingLogger()
    const inputs: unknown[] = []
    const some = handlers({
      'promises:list': (input) => {
        inputs.push(input)
        return { promises: [] }
      },
    })
    expect(await answerRequest(some, 'promises:list', {}, logger)).toEqual({ ok: true, value: { promises: [] } })
    expect(inputs).toEqual([{ includeClosed: false }])
  })

  it.each([undefined, null, 'text', { ids: [] }, { ids: [1] }, { ids: 'a-1' }])('refuses %j before the handler sees it', async (input) => {
    const { logger } = recordingLogger()
    const some = handlers({
      'alerts:acknowledge': () => {
        throw new Error('must not run')
      },
    })
    expect(await answerRequest(some, 'alerts:acknowledge', input, logger)).toMatchObject({ ok: false, error: { code: 'malformed_input' } })
  })

  it('passes the words of a foreseen error on', async () => {
    const { logger } = recordingLogger()
    const some = handlers({
      'alerts:get': () => {
        throw new OperatorError('not_found', 'There is no alert a-1.')
      },
    })
    expect(await answerRequest(some, 'alerts:get', { id: 'a-1' }, logger)).toEqual({
      ok: false,
      error: { code: 'not_found', message: 'There is no alert a-1.' },
    })
  })

  it('keeps the inside of an unforeseen error inside, and logs it', async () => {
    const { lines, logger } = recordingLogger()
    const some = handlers({ 'alerts:get': () => Promise.reject(new Error('SELECT * FROM alerts /home/ana')) })
    const answer = await answerRequest(some, 'alerts:get', { id: 'a-1' }, logger)
    expect(JSON.stringify(answer)).not.toContain('SELECT')
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(lines.join()).toContain('SELECT')
  })

  it('does not let an answer out that is not what was declared', async () => {
    const { lines, logger } = recordingLogger()
    const some = handlers({ 'rules:unmute': () => ({ muted: [1] }) as never })
    expect(await answerRequest(some, 'rules:unmute', { rule: 'hrv' }, logger)).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(lines).toHaveLength(1)
  })
})
