import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { OwnWindow } from '../../bridge/own-window.ts'
import { CaptureField } from './capture-field.tsx'
import { CaptureFoot } from './capture-foot.tsx'
import { CaptureOutcome } from './capture-outcome.tsx'
import type { CaptureStore } from './capture-store.ts'
import { captureStrings as words } from './strings.ts'
import { useHeight } from './use-height.ts'
import { useLeaving } from './use-leaving.ts'

/** A pause in the typing after which the text is read. */
const pauseMs = 120

export function CaptureWindow({ store, own }: { readonly store: CaptureStore; readonly own: OwnWindow }) {
  const { text, spans, isPlain, phase, saved, problem, write, setPlain, understand, save, undo, begin } = useStore(store)
  const field = useRef<HTMLTextAreaElement>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const understoodId = useId()
  const content = useHeight(own)

  useEffect(() => {
    const pause = setTimeout(() => void understand(), pauseMs)
    return () => clearTimeout(pause)
    // Each change of the text begins the pause anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [text, isPlain, understand])
  useEffect(() => {
    if (phase === 'saved') outcome.current?.focus()
    else field.current?.focus()
  }, [phase])
  const leave = () => {
    own.hide()
    begin()
  }
  const stir = useLeaving(phase === 'saved' && problem === null ? saved : null, leave)

  const keysOfWriting = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that ends the choice of a character belongs to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (text.trim() === '') own.hide()
      else void save()
    }
  }
  const keysOfWindow = (event: KeyboardEvent) => {
    const withModifier = event.ctrlKey || event.metaKey
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      leave()
    } else if (withModifier && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      setPlain(!isPlain)
    } else if (phase === 'saved' && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      void undo()
    } else if (phase === 'saved' && event.key === 'Enter' && event.target === outcome.current) {
      leave()
    } else if (phase === 'saved' && event.key.length === 1 && !withModifier && !event.altKey && event.target === outcome.current) {
      // Somebody with more to say just goes on typing.
      event.preventDefault()
      write(event.key)
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole window, whatever in it has the focus
    <main
      aria-label={words.title}
      onKeyDown={keysOfWindow}
      onPointerMove={stir}
      className="relative flex h-full flex-col bg-surface after:pointer-events-none after:absolute after:inset-0 after:border after:border-line"
    >
      <h1 className="sr-only">{words.title}</h1>
      <div ref={content} className="flex max-h-full min-h-0 flex-col">
        {phase === 'saved' && saved !== null ? (
          <CaptureOutcome saved={saved} onUndo={() => void undo()} ref={outcome} />
        ) : (
          <>
            <div className="max-h-80 min-h-21.5 overflow-y-auto px-6 pt-4.5 pb-3">
              <CaptureField
                ref={field}
                text={text}
                spans={spans}
                isBusy={phase === 'saving'}
                describedBy={understoodId}
                onWrite={write}
                onKeyDown={keysOfWriting}
              />
            </div>
            <CaptureFoot id={understoodId} spans={spans} isPlain={isPlain} onPlain={() => setPlain(!isPlain)} onSave={() => void save()} />
          </>
        )}
        {problem !== null && (
          <p role="alert" className="border-t border-line bg-critical-soft px-6 py-2 text-s text-ink">
            <strong className="font-medium">{phase === 'saved' ? words.notUndone : words.notSaved}</strong> {problem}
          </p>
        )}
      </div>
    </main>
  )
}
