import { useSyncExternalStore } from 'react'

/** One rem in CSS pixels. */
export function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

/** The same, followed: a person may change the size of text while the window is open. */
export function useRemPixels(): number {
  return useSyncExternalStore(follow, remPixels)
}

function follow(listener: () => void): () => void {
  // No event tells of it; an element one rem wide changes its size with it.
  const probe = document.createElement('div')
  probe.ariaHidden = 'true'
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', width: '1rem', height: '0' })
  document.body.append(probe)
  const observer = new ResizeObserver(listener)
  observer.observe(probe)
  return () => {
    observer.disconnect()
    probe.remove()
  }
}
