const reserved = new Set('_*[]()~`>#+-=|{}.!')

/** What a reader sees of a MarkdownV2 text with nothing but bold in it; throws what the Bot API says where it refuses. */
export function readMarkdownV2(text: string): string {
  let seen = ''
  let bold = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '\\') {
      index += 1
      if (index >= text.length) throw new Error("Bad Request: can't parse entities: a backslash ends the text")
      seen += text.charAt(index)
    } else if (character === '*') bold = !bold
    else if (reserved.has(character))
      throw new Error(`Bad Request: can't parse entities: Character '${character}' is reserved and must be escaped with the preceding '\\'`)
    else seen += character
  }
  if (bold) throw new Error("Bad Request: can't parse entities: Can't find end of Bold entity")
  return seen
}
