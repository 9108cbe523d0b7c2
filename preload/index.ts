import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { eventNames, invokeNames, signalNames } from '../shared/ipc/channels.ts'

/** The page gets one function for each declared name, and never ipcRenderer or an event object. */
const invoke = Object.fromEntries(invokeNames.map((name) => [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(name, input)]))

const on = Object.fromEntries(
  eventNames.map((name) => [
    name,
    (listener: (payload: unknown) => void): (() => void) => {
      const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
      ipcRenderer.on(name, forward)
      return () => {
        ipcRenderer.removeListener(name, forward)
      }
    },
  ]),
)

const signal = Object.fromEntries(signalNames.map((name) => [name, (payload: unknown): void => ipcRenderer.send(name, payload)]))

contextBridge.exposeInMainWorld('thanos', { invoke, on, signal })
