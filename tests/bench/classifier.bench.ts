import { classify } from '../../main/capture/classify.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'

const context = { now: Date.parse('2026-01-20T15:05:00Z'), zone: 'America/Chicago', clients: ['Memphis'], people: ['Ashley'] }

const typical = 'Send Ashley the Memphis report by Friday, and maybe I should call mum about the weekend'
const sentences = 'Send the report by Friday. I am so tired of this printer. What if we moved the desk? The meeting was on time today. '
const long = sentences.repeat(50).slice(0, 5_000)
const onlyDates = 'tomorrow at 5pm friday 3/12 '.repeat(200).slice(0, 5_000)

const time = async (text: string, times: number) => median(await durations(times, () => classify(text, context)))

export const bench: Bench = {
  name: 'rules classifier: a typical text / 5,000 characters',
  budget: 'under 5 ms',
  async measure() {
    const [short, full, dates] = [await time(typical, 200), await time(long, 50), await time(onlyDates, 10)]
    return {
      figure: `${milliseconds(short)} / ${milliseconds(full)}`,
      isWithin: Math.max(short, full) < 5,
      bare: `nothing but dates: ${milliseconds(dates)}`,
    }
  },
}
