import { describe, expect, it } from 'vitest'
import { classify } from '../../../main/capture/classify.ts'
import { effortOf } from '../../../main/capture/effort.ts'
import { priorityOf } from '../../../main/capture/priority.ts'

const context = {
  now: Date.parse('2026-11-20T10:00:00Z'),
  zone: 'Europe/London',
  clients: ['northwind', 'Blue Harbour'],
  people: ['Quill'],
}

const extracted = async (text: string) => (await classify(text, context)).extracted

describe('the title', () => {
  it.each([
    ["told Ashley I'd send the deck by Friday", 'Send the deck'],
    ["promised mum I'd call sunday", 'Call mum'],
    ['need to renew the passport before June', 'Renew the passport'],
    ["ok so don't forget to pay the nursery by the 5th", 'Pay the nursery'],
    ['- [ ] fix the login bug p1 30 min', 'Fix the login bug'],
    ['URGENT: ring the bank!!', 'Ring the bank'],
    ['read The 5th Wave before book club', 'Read The 5th Wave before book club'],
    ['Memphis invoice', 'Memphis invoice'],
    ['eBay parcel', 'eBay parcel'],
    ['tomorrow', 'Tomorrow'],
  ])('of “%s” is “%s”', async (text, title) => {
    expect((await extracted(text)).title).toBe(title)
  })

  it('is short, whatever the length of the text, and never cuts a character in two', async () => {
    const { title } = await extracted('🌧'.repeat(400))
    expect(title.length).toBeLessThanOrEqual(121)
    expect(title).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  })
})

describe('the person', () => {
  it.each([
    ["told Ashley I'd send the deck", 'Ashley'],
    ['i told my sister id babysit', 'my sister'],
    ['promised Mrs Kowalski to carry her shopping', 'Mrs Kowalski'],
    ['I owe Priya a reply', 'Priya'],
    ["I'll send Sarah the contract tomorrow", 'Sarah'],
    ['email Dana about Tom', 'Dana'],
    ['ask quill for the keys', 'quill'],
    ['buy milk', null],
    ['renew passport in June', null],
  ])('of “%s” is %s', async (text, person) => {
    expect((await extracted(text)).person).toBe(person)
  })
})

describe('the client', () => {
  it.each([
    ['send northwind the new quote', 'northwind'],
    ['slides for BLUE HARBOUR', 'Blue Harbour'],
    ['Memphis invoice', 'Memphis'],
    ['chase Globex for payment', 'Globex'],
    ['send the invoice to Memphis', 'Memphis'],
    ['email Dana about the budget', null],
    ['finish the Q3 deck', null],
    ['Send invoice', null],
  ])('of “%s” is %s', async (text, client) => {
    expect((await extracted(text)).client).toBe(client)
  })
})

describe('the priority', () => {
  it.each([
    ['deploy the fix p0', 'p0'],
    ['P2 tidy the wiki', 'p2'],
    ['urgent: call the bank', 'p1'],
    ['call the bank!!', 'p1'],
    ['asap send the form', 'p1'],
    ['paint the shed, no rush', 'p3'],
    ['this is not urgent, call the bank', 'p3'],
    ['buy an mp3 player', null],
    ['call the bank!', null],
  ])('of “%s” is %s', (text, priority) => {
    expect(priorityOf(text)).toBe(priority)
  })
})

describe('the effort', () => {
  it.each([
    ['tidy the wiki, 30 min', 30],
    ['write the brief 2h', 120],
    ['half an hour on the budget', 30],
    ['review (1.5 hours)', 90],
    ['call in 30 min', null],
    ['20 minutes a day of piano', null],
    ['run 5 m', null],
    ['buy milk', null],
  ])('of “%s” is %s minutes', (text, minutes) => {
    expect(effortOf(text)?.minutes ?? null).toBe(minutes)
  })
})
