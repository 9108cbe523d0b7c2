import { windowClassOf, type WindowClass } from '../../../main/domain/alert.ts'
import { minute } from '../../../main/domain/instant.ts'
import type { Telling } from '../../../main/domain/message.ts'
import { severityRank } from '../../../main/domain/severity.ts'
import type { Sent } from './simulated-machine.ts'

type Told = Telling & Pick<Sent, 'at' | 'isUnrecorded'> & { readonly messageKey: string }

/**
 * Every telling that came within the window of the one before it on the same channel and said nothing new, in words. By the machine's own clock, which is
 * all that the operator can know. A message that was sent when the process died may be repeated, itself and once.
 */
export function toldTwice(sent: readonly Sent[], windows: Readonly<Record<WindowClass, number>>): readonly string[] {
  const before = new Map<string, Told[]>()
  const complaints: string[] = []
  for (const { at, channel, isUnrecorded, key: messageKey, message } of sent) {
    for (const telling of message.tells) {
      const place = `${channel} ${telling.key}`
      const all = before.get(place) ?? []
      const told: Told = { ...telling, at, isUnrecorded, messageKey }
      const last = all.at(-1)
      if (last !== undefined && !isAllowed(told, last, all, windows))
        complaints.push(
          `${place} ${(at - last.at) / minute} min after: ${last.messageKey} (${last.severity}) then ${messageKey} (${told.severity})`,
        )
      before.set(place, [...all, told])
    }
  }
  return complaints
}

function isAllowed(told: Told, last: Told, all: readonly Told[], windows: Readonly<Record<WindowClass, number>>): boolean {
  if (last.isUnrecorded && last.messageKey === told.messageKey) return true
  if (Math.abs(told.at - last.at) >= windows[windowClassOf(told)]) return true
  const highest = Math.max(...all.map(({ severity }) => severityRank(severity)))
  const named = new Set(all.flatMap(({ members }) => members))
  return severityRank(told.severity) > highest || told.members.some((member) => !named.has(member))
}
