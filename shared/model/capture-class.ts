/** What a single thought can be; the routes of each are in the specification of captures. */
export const singleClasses = ['thinking', 'venting', 'observation', 'note', 'idea', 'personal_task', 'work_task', 'commitment'] as const

/** What a captured text can be: one of them, or several at once. */
export const captureClasses = [...singleClasses, 'mixed'] as const

export type SingleClass = (typeof singleClasses)[number]

export type CaptureClass = (typeof captureClasses)[number]
