/** The screens there are, in the order of the sidebar. One that does not exist yet is not listed, and nothing offers to go there. */
export const screenIds = ['inbox', 'tasks', 'promises', 'health', 'patterns', 'captures', 'journal', 'status', 'settings'] as const

export type ScreenId = (typeof screenIds)[number]

export function isScreen(id: string): id is ScreenId {
  return screenIds.some((one) => one === id)
}
