/** Text from outside, safe to print: what would move the cursor, colour the terminal or break a table is taken out. */
export function terminalText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
