/** A terminal's keyboard, as process.stdin is one. */
export type Keyboard = AsyncIterable<Uint8Array> & { setRawMode(raw: boolean): unknown }

const enter = ['\r', '\n']
const interrupt = '\u0003'
const endOfText = '\u0004'
const backspaces = ['\u007f', '\b']
const clear = '\u0015'
/** What a terminal sends for an arrow and the like, and around a paste. */
const sequences = new RegExp('\u001b' + String.raw`\[[\d;]*[A-Za-z~]`, 'g')

/** What is typed at a terminal until Enter, shown nowhere; null where it is called off with Ctrl+C. Backspace and Ctrl+U work as usual. */
export async function hiddenLine(keyboard: Keyboard): Promise<string | null> {
  // The terminal itself would show each key: raw, it passes them on and does nothing of its own.
  keyboard.setRawMode(true)
  try {
    const decoder = new TextDecoder()
    let typed: string[] = []
    for await (const chunk of keyboard) {
      for (const key of decoder.decode(chunk, { stream: true }).replaceAll(sequences, '')) {
        if (key === interrupt) return null
        if (key === endOfText || enter.includes(key)) return typed.join('')
        if (key === clear) typed = []
        else if (backspaces.includes(key)) typed.pop()
        // No key to a service has a control character in it.
        else if (!/\p{Cc}/u.test(key)) typed.push(key)
      }
    }
    return typed.join('')
  } finally {
    keyboard.setRawMode(false)
  }
}
