/** The names alone, without their schemas: what the preload loops over. */
export const invokeNames = [
  'alerts:list',
  'alerts:get',
  'alerts:acknowledge',
  'alerts:reopen',
  'alerts:snooze',
  'alerts:resolve',
  'alerts:dismiss',
  'alerts:rate',
  'alerts:precision',
  'rules:mute',
  'rules:unmute',
  'tasks:list',
  'tasks:add',
  'tasks:update',
  'tasks:reschedule',
  'tasks:complete',
  'tasks:reopen',
  'promises:list',
  'promises:add',
  'promises:update',
  'captures:add',
  'captures:understood',
  'captures:list',
  'captures:get',
  'captures:propose',
  'captures:reclassify',
  'captures:undo',
  'captures:reopen',
  'captures:claude',
  'status:get',
  'operator:check',
  'operator:pause',
  'operator:examine',
  'channels:test',
  'health:series',
  'patterns:list',
  'journal:list',
  'sample:add',
  'sample:remove',
  'settings:get',
  'settings:validate',
  'settings:set',
  'settings:preview',
  'sources:list',
  'sources:test',
  'sources:retry',
  'sources:connect',
  'sources:disconnect',
  'secrets:list',
  'secrets:set',
  'secrets:delete',
  'secrets:allow-file',
  'tasks:send',
  'data:list',
  'data:back-up',
  'data:preview',
  'data:restore',
  'data:verify',
  'data:import',
  'data:vacuum',
  'data:export',
  'data:archive',
  'data:erase',
] as const

export type InvokeName = (typeof invokeNames)[number]

/** Events from the main process to a window. */
export const eventNames = ['changed', 'navigate', 'shown'] as const

export type EventName = (typeof eventNames)[number]

/** What a page tells the window it is in. */
export const signalNames = ['hide', 'height'] as const

export type SignalName = (typeof signalNames)[number]
