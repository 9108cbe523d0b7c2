import { classify } from '../../main/capture/classify.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'

const texts = [
  'Send Ashley the slides by Friday',
  'What if the report wrote itself?',
  'I am so tired of these meetings, and nobody listens',
  'Book the dentist tomorrow 10am, call Mum, and I promised Tom the invoice by next Wednesday',
  'Noticed that I sleep badly after late coffee. '.repeat(100),
]
const rounds = 100

export const bench: Bench = {
  name: 'rules classifier, the slowest of five kinds of text',
  budget: 'under 5 ms',
  measure: async () => {
    const context = { now: Date.UTC(2026, 0, 20, 15), zone: 'America/Chicago', people: ['Ashley', 'Tom'], clients: ['Memphis'] }
    const medians: number[] = []
    for (const text of texts) medians.push(median(await durations(rounds, () => classify(text, context))))
    const slowest = Math.max(...medians)
    return { figure: milliseconds(slowest), isWithin: slowest < 5, bare: `${milliseconds(Math.min(...medians))} the quickest` }
  },
}
