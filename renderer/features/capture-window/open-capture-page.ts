import type { OwnWindow } from '../../bridge/own-window.ts'
import { assertNever } from '../../ui/assert-never.ts'
import { captureDeed, type CaptureDeed } from './capture-deed.ts'
import { captureField } from './capture-field.ts'
import { captureFoot } from './capture-foot.ts'
import { captureOutcome } from './capture-outcome.ts'
import type { CaptureState, CaptureStore } from './capture-store.ts'
import { element } from './element.ts'
import { followHeight } from './follow-height.ts'
import { leaving } from './leaving.ts'
import { captureStrings as words } from './strings.ts'

/** A pause in the typing after which the text is read. */
const pauseMs = 120
const understoodId = 'understood'

/** The whole page, without a library: it stays in memory as long as the application runs, and its first key must not wait. */
export function openCapturePage(root: HTMLElement, store: CaptureStore, own: OwnWindow): void {
  const now = (): CaptureState => store.getState()
  const save = (): void => void now().save()
  const undo = (): void => void now().undo()
  const turnPlain = (): void => now().setPlain(!now().isPlain)
  const leave = (): void => {
    own.hide()
    now().begin()
  }
  const field = captureField(understoodId, (text) => now().write(text))
  const foot = captureFoot(understoodId, save, turnPlain)
  const outcome = captureOutcome(undo)
  const problem = element('p', { role: 'alert', class: 'border-t border-line bg-critical-soft px-6 py-2 text-s text-ink' })
  const content = element('div', { class: 'flex max-h-full min-h-0 flex-col' }, field.element, foot.element, outcome.element, problem)
  const main = element(
    'main',
    {
      'aria-label': words.title,
      class:
        'relative flex h-full flex-col bg-surface after:pointer-events-none after:absolute after:inset-0 after:border after:border-line',
    },
    element('h1', { class: 'sr-only' }, words.title),
    content,
  )
  const goodbye = leaving(leave)
  let pause: ReturnType<typeof setTimeout> | undefined

  const perform = (deed: CaptureDeed): void => {
    switch (deed.kind) {
      case 'save':
        return save()
      case 'leave':
        return leave()
      case 'plain':
        return turnPlain()
      case 'undo':
        return undo()
      case 'begin':
        return now().write(deed.letter)
      default:
        return assertNever(deed)
    }
  }
  main.addEventListener('keydown', (event) => {
    const place = field.has(event.target) ? 'field' : outcome.has(event.target) ? 'outcome' : 'elsewhere'
    const deed = captureDeed(event, place, now())
    if (deed === null) return
    event.preventDefault()
    perform(deed)
  })
  main.addEventListener('pointermove', goodbye.stir)

  const show = (state: CaptureState, before: CaptureState | null): void => {
    const isSaved = state.phase === 'saved'
    field.show(state)
    foot.show(state)
    outcome.show(state)
    field.element.hidden = foot.element.hidden = isSaved
    outcome.element.hidden = !isSaved
    problem.hidden = state.problem === null
    const lead = element('strong', { class: 'font-medium' }, isSaved ? words.notUndone : words.notSaved)
    problem.replaceChildren(...(state.problem === null ? [] : [lead, ` ${state.problem}`]))
    if (state.phase !== before?.phase) (isSaved ? outcome : field).focus()
    goodbye.because(isSaved && state.problem === null ? state.saved : null)
    if (state.text === before?.text && state.isPlain === before.isPlain) return
    clearTimeout(pause)
    pause = setTimeout(() => void now().understand(), pauseMs)
  }
  root.append(main)
  show(now(), null)
  store.subscribe(show)
  followHeight(content, own)
}
