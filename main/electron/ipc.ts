import type { IpcMain, WebContents } from 'electron'
import type { Logger } from '../operator/host.ts'
import { answerRequest } from '../operator/answer-request.ts'
import { invokeNames, type EventName } from '../../shared/ipc/channels.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { eventContract, type EventOf } from '../../shared/ipc/events.ts'
import { isTrustedSender, type AppOrigin } from './app-origin.ts'

/** The only place that touches ipcMain. Every declared channel is answered, each message's sender is looked at, nothing undeclared exists. */
export function registerHandlers(ipcMain: IpcMain, origin: AppOrigin, handlers: Handlers, logger: Logger): void {
  for (const name of invokeNames) {
    ipcMain.handle(name, (event, input: unknown) => {
      if (!isTrustedSender(event.senderFrame, origin)) {
        logger.warning('request_refused', { channel: name, from: event.senderFrame?.url ?? 'a frame that is gone' })
        return { ok: false, error: { code: 'refused', message: 'Only the windows of this application may ask.' } }
      }
      return answerRequest(handlers, name, input, logger)
    })
  }
}

/** Sends a declared event to one page; the payload is parsed on the way out, as a request's answer is. */
export function sendEvent<Name extends EventName>(contents: WebContents, name: Name, payload: EventOf<Name>): void {
  if (!contents.isDestroyed()) contents.send(name, eventContract[name].parse(payload))
}
