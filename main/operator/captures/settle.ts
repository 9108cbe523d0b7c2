import type { CaptureClass, Classification } from '../../domain/capture.ts'

const makesSomething: readonly CaptureClass[] = ['personal_task', 'work_task', 'commitment', 'mixed']

/** Rules that are at least so sure of something that is no task are not overruled towards one. */
const confident = 0.6

/**
 * What holds when both have spoken. Claude may turn a task into something that is none, never the reverse against confident rules: then the owner
 * decides. An answer below `reviewBelow` goes to the owner too.
 */
export function settled(rules: Classification, claude: Classification, reviewBelow: number): Classification {
  const overrules =
    makesSomething.includes(claude.class) && !makesSomething.includes(rules.class) && rules.confidence >= confident && !rules.review
  return { ...claude, review: claude.review || overrules || claude.confidence < reviewBelow }
}
