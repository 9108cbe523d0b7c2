import type { z } from 'zod'
import { alertsContract } from './alerts.ts'
import { capturesContract } from './captures.ts'
import type { InvokeName } from './channels.ts'
import { dataContract } from './data.ts'
import type { ChannelContract } from './define.ts'
import { overviewContract } from './overview.ts'
import { settingsContract } from './settings.ts'
import { sourcesContract } from './sources.ts'
import { tasksContract } from './tasks.ts'

/** Every request the window can make. A name in channels.ts without its contract here does not compile; tests/unit/shared holds the reverse. */
export const contract = {
  ...alertsContract,
  ...tasksContract,
  ...capturesContract,
  ...overviewContract,
  ...settingsContract,
  ...sourcesContract,
  ...dataContract,
} as const satisfies Record<InvokeName, ChannelContract>

type Contract = typeof contract
/** What a caller passes, before defaults are filled in. */
export type InputOf<Name extends InvokeName> = z.input<Contract[Name]['input']>
/** What a handler receives. */
export type ParsedInputOf<Name extends InvokeName> = z.output<Contract[Name]['input']>
export type OutputOf<Name extends InvokeName> = z.output<Contract[Name]['output']>

/** One function a channel; the operator implements it, both hosts and the command line call it. */
export type Handlers = { readonly [Name in InvokeName]: (input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> | OutputOf<Name> }

/** The answer to every request that crosses the bridge. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } }
