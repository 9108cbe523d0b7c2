import { describe, expect, it } from 'vitest'
import { datesIn, dueAmong } from '../../../main/capture/dates.ts'

const friday = Date.parse('2026-11-20T10:00:30Z')

async function due(text: string, now = friday, zone = 'Europe/London') {
  return dueAmong(text, await datesIn(text, { now, zone }))?.due ?? null
}

async function when(text: string, now = friday, zone = 'Europe/London'): Promise<string | null> {
  const read = await due(text, now, zone)
  return read === null ? null : [read.date, read.time].filter((part) => part !== null).join(' ')
}

describe('what is said of a day, on Friday 20 November 2026 at ten in London', () => {
  it.each([
    ['send the deck by Friday', '2026-11-27'],
    ['send the deck this Friday', '2026-11-20'],
    ['lunch next friday', '2026-11-27'],
    ['dentist thursday', '2026-11-26'],
    ['call mum sun', '2026-11-22'],
    ['haircut sat 11am', '2026-11-21 11:00'],
    ['call the vet tomorrow', '2026-11-21'],
    ['water the plants tonight', '2026-11-20'],
    ['tmrw: bins', '2026-11-21'],
    ['report by eod', '2026-11-20'],
    ['slides by end of week', '2026-11-20'],
    ['tidy the loft this weekend', '2026-11-21'],
    ['pay rent on the 5th', '2026-12-05'],
    ['move out by the 31st, at last', '2026-12-31'],
    ['book flights for 14 May', '2027-05-14'],
    ['May 14: book flights', '2027-05-14'],
    ['renew passport before June', '2027-06-01'],
    ['deliver in 10 days', '2026-11-30'],
    ['send the contract 3/12', '2026-12-03'],
    ['meet Dana at 4', '2026-11-20 16:00'],
    ['call at 9:30', '2026-11-21 09:30'],
    ['dinner with Ana at 8', '2026-11-20 20:00'],
    ['collect the parcel by noon', '2026-11-20 12:00'],
    ['email Dana by monday 5pm', '2026-11-23 17:00'],
    ['call Priya in 2 hours', '2026-11-20 12:00'],
    ['meeting was tuesday, send the minutes by wednesday', '2026-11-25'],
  ])('reads “%s” as %s', async (text, expected) => {
    expect(await when(text)).toBe(expected)
  })

  it.each([
    'read The 5th Wave',
    'watch 2001',
    'May I ask why',
    'he may come',
    'sat down with the budget',
    'she sat, I stood',
    'the sun is out',
    'march to the office',
    'the 2nd floor is closed',
    'a 50/50 chance, 24/7',
    'saw her last friday',
    'called him yesterday',
    'watch Friday Night Lights',
    'buy milk',
  ])('leaves “%s” alone', async (text) => {
    expect(await when(text)).toBeNull()
  })
})

describe('what was stated and what was guessed', () => {
  it('keeps a weekday apart from the date it was taken for', async () => {
    expect(await due('send it by Friday')).toEqual({
      date: '2026-11-27',
      time: null,
      stated: ['weekday'],
      guessed: ['year', 'month', 'day'],
      text: 'Friday',
    })
  })

  it('says that the afternoon was guessed', async () => {
    expect(await due('meet Dana at 4')).toMatchObject({ stated: ['hour', 'minute'], guessed: ['year', 'month', 'day', 'meridiem'] })
  })

  it('guesses the month of a bare number', async () => {
    expect(await due('pay on the 5th')).toMatchObject({ stated: ['day'], guessed: ['year', 'month'] })
  })
})

describe('the configured zone', () => {
  it('is where today and tomorrow are', async () => {
    const lateEvening = Date.parse('2026-11-21T03:30:00Z')
    expect(await when('call tomorrow', lateEvening, 'America/Chicago')).toBe('2026-11-21')
    expect(await when('call tomorrow', lateEvening, 'Asia/Tokyo')).toBe('2026-11-22')
  })

  it('tells whether the month or the day comes first', async () => {
    expect(await when('send it 3/12', friday, 'America/Chicago')).toBe('2027-03-12')
    expect(await when('send it 3/12', friday, 'Europe/Berlin')).toBe('2026-12-03')
  })

  it('keeps the face of the clock across both changes of daylight saving', async () => {
    const beforeSpring = Date.parse('2026-03-07T18:00:00Z')
    const beforeAutumn = Date.parse('2026-10-31T18:00:00Z')
    expect(await when('call tomorrow at 9am', beforeSpring, 'America/Chicago')).toBe('2026-03-08 09:00')
    expect(await when('call tomorrow at 9am', beforeAutumn, 'America/Chicago')).toBe('2026-11-01 09:00')
  })

  it('counts hours, not faces of the clock, when a wait crosses the change', async () => {
    const halfPastOne = Date.parse('2026-03-08T07:30:00Z')
    expect(await when('ping them in 2 hours', halfPastOne, 'America/Chicago')).toBe('2026-03-08 04:30')
  })
})
