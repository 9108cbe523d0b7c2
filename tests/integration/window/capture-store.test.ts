import { describe, expect, it } from 'vitest'
import { createCaptureStore } from '../../../renderer/features/capture-window/capture-store.ts'
import { directClient } from '../../support/window/direct-client.ts'
import { testOperator } from '../../support/test-operator.ts'

async function opened(kept = '') {
  let draft = kept
  const { operator } = await testOperator()
  const direct = directClient(operator.handlers)
  const store = createCaptureStore(direct.client, {
    read: () => draft,
    write: (text) => {
      draft = text
    },
  })
  return { ...direct, store, now: () => store.getState(), draft: () => draft }
}

describe('the capture window', () => {
  it('begins with the draft that was kept', async () => {
    expect((await opened('half a thought')).now().text).toBe('half a thought')
  })

  it('keeps every keystroke as a draft, and lets go of it once it is saved', async () => {
    const { now, draft } = await opened()
    now().write('Call the plumber about the leak')
    expect(draft()).toBe('Call the plumber about the leak')
    await now().save()
    expect(draft()).toBe('')
    expect(now()).toMatchObject({ text: '', phase: 'saved', saved: { text: 'Call the plumber about the leak', state: 'filed' } })
  })

  it('marks what was understood, and stops when told to take the text as it stands', async () => {
    const { now } = await opened()
    now().write('Water the plants tomorrow')
    await now().understand()
    expect(now().spans).toMatchObject([{ kind: 'date', text: 'tomorrow' }])
    now().setPlain(true)
    expect(now().spans).toEqual([])
    await now().understand()
    expect(now().spans).toEqual([])
  })

  it('does not mark a text with the answer for an earlier one', async () => {
    const { now } = await opened()
    now().write('tomorrow')
    const answer = now().understand()
    now().write('x')
    await answer
    expect(now().spans).toEqual([])
  })

  it('keeps the text and says why when it could not be saved', async () => {
    const { now, draft, refuseNext } = await opened()
    now().write('do not lose this')
    refuseNext('captures:add', 'The disk is full.')
    await now().save()
    expect(now()).toMatchObject({ text: 'do not lose this', phase: 'writing', problem: 'The disk is full.' })
    expect(draft()).toBe('do not lose this')
  })

  it('saves nothing of an empty field', async () => {
    const { now, asked } = await opened()
    now().write(' \n ')
    await now().save()
    expect(asked).not.toContain('captures:add')
  })

  it('takes back what became of it, once', async () => {
    const { now, asked } = await opened()
    now().write('Call the plumber about the leak')
    await now().save()
    await now().undo()
    await now().undo()
    expect(now().saved).toMatchObject({ state: 'undone', made: [] })
    expect(asked.filter((name) => name === 'captures:undo')).toHaveLength(1)
  })

  it('reads the beginning of a long text and saves the whole of it', async () => {
    const { now } = await opened()
    const text = `${'long '.repeat(2_000)}tomorrow`
    now().write(text)
    await now().understand()
    expect(now().spans).toEqual([])
    await now().save()
    expect(now().saved?.text).toBe(text)
  })
})
