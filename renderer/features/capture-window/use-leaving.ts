import { useEffect, useRef, useState } from 'react'

/** Long enough to read one line and reach for Undo. Nothing is lost with it: Captures has the same line and the same Undo. */
const momentMs = 3_500

/**
 * Leaves a moment after `reason` came; null stays. A hand on the way to Undo begins the moment anew: the pointer moves. That it merely rests
 * on the window says nothing, for the window opens where it is.
 */
export function useLeaving(reason: object | null, leave: () => void): () => void {
  const [stirs, setStirs] = useState(0)
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    if (reason === null) return undefined
    const timer = setTimeout(() => latest.current(), momentMs)
    return () => clearTimeout(timer)
    // A stir begins the moment anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [reason, stirs])
  return () => {
    if (reason !== null) setStirs((count) => count + 1)
  }
}
