/** In a file of their own: to watch the files must not load what reads them. */
export const stateFileNames = { patterns: 'patterns.json', focus: 'CurrentFocus.md' } as const
