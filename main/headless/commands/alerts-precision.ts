import type { RulePrecision } from '../../../shared/model/alert.ts'
import type { Command } from '../command.ts'
import { table } from '../table.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

function words(rules: readonly RulePrecision[]): string {
  if (rules.length === 0) return 'Nothing is rated yet. `thanos alerts rate ALERT useful|wrong|known` rates an alert.'
  const rows = rules.map(({ rule, useful, wrong, known, right, low, high }) => [
    rule,
    String(useful),
    String(wrong),
    String(known),
    percent(right),
    `${percent(low)} to ${percent(high)}`,
  ])
  const proposals = rules.flatMap(({ rule, proposal }) => (proposal === null ? [] : [`${rule} is wrong too often. ${proposal.sentence}`]))
  return [table(['rule', 'useful', 'wrong', 'known', 'right', '95 % interval'], rows), ...proposals].join('\n')
}

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['alerts precision', 'alerts precision --json'],
  run: async (_, { operator: open, output }) => {
    const { handlers } = await open()
    const { rules } = await handlers['alerts:precision']({})
    const document = rules.map(({ tooOftenWrong, ...rule }) => ({ ...rule, too_often_wrong: tooOftenWrong }))
    output.answer({ rules: document }, () => words(rules))
  },
}
