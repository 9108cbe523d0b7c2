/** Longer than anything a person would call a focus. */
const longest = 300

/** What CurrentFocus.md says the owner is on: its first line with words, without Markdown's marks. A heading that only names the file is passed over. */
export function parseFocusFile(text: string): string | null {
  const lines = withoutFrontMatter(text).split(/\r?\n/).map(plain)
  const line = lines.find((each) => each !== '' && !/^current focus:?$/i.test(each))
  return line === undefined ? null : line.slice(0, longest)
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---(\r?\n|$)/, '')
}

function plain(line: string): string {
  return line
    .replace(/^\uFEFF/, '')
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/, '')
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/^(-{3,}|\*{3,}|={3,})$/, '')
    .trim()
}
