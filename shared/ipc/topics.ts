/** What a window may have to read again. Apart from the schemas: the window follows these names and needs no schema to do it. */
export const topics = ['alerts', 'tasks', 'promises', 'health', 'journal', 'status', 'settings', 'captures'] as const
export type Topic = (typeof topics)[number]
