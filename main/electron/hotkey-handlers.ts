import { z } from 'zod'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { OperatorError } from '../operator/host.ts'
import type { CaptureShortcut } from './shortcut.ts'

const path = 'capture.hotkey'
const hotkeySchema = z.string().nullable()

/**
 * The operator knows what a hotkey looks like; only the desktop knows whether it is to be had. A clash is shown while typing, and is refused
 * before it is written, so that the configuration never names a key that does not work.
 */
export function withHotkeyChecks(handlers: Handlers, shortcut: Pick<CaptureShortcut, 'tryOut'>): Handlers {
  const problemWith = (input: { readonly path: string; readonly value?: unknown }): string | null => {
    const hotkey = hotkeySchema.safeParse(input.value)
    if (input.path !== path || !hotkey.success) return null
    const result = shortcut.tryOut(hotkey.data === '' ? null : hotkey.data)
    return result.ok ? null : result.reason
  }
  return {
    ...handlers,
    'settings:validate': async (input) => {
      const answer = await handlers['settings:validate'](input)
      return answer.problem === null ? { problem: problemWith(input) } : answer
    },
    'settings:set': (input) => {
      const problem = problemWith(input)
      if (problem !== null) throw new OperatorError('refused', problem)
      return handlers['settings:set'](input)
    },
  }
}
