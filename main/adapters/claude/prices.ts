import type { ClaudeUsage } from './ask-claude.ts'

/** US dollars for a million tokens, read and written, as published for prompts up to 100,000 tokens on 2026-11-21. */
const prices: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'claude-haiku-5-5': [0.1, 0.5],
  'claude-sonnet-5-5': [2, 10],
  'claude-opus-5-5': [4, 20],
  'claude-fable-5-1': [10, 50],
}

/** What it cost, in US dollars; null for a model whose price is not known here. */
export function costOf(model: string, { input, output }: ClaudeUsage): number | null {
  const price = prices[model]
  return price === undefined ? null : (input * price[0] + output * price[1]) / 1_000_000
}
