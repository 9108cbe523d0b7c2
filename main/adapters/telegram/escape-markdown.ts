/** Every character that MarkdownV2 gives a meaning, and the backslash (https://core.telegram.org/bots/api#markdownv2-style). */
const special = /[\\_*[\]()~`>#+\-=|{}.!]/g

/** Text from outside is data: nothing in it formats, links or mentions. */
export function escapeMarkdown(text: string): string {
  return text.replace(special, String.raw`\$&`)
}
