/** Where a command's words go. Documents and answers on standard output; everything else on standard error. */
export type Output = {
  readonly isJson: boolean
  /** The answer: with --json the document, otherwise the words (nothing printed for an empty text). */
  readonly answer: (document: unknown, words: () => string) => void
  /** One of many answers, as they come: with --json a document on a line of its own. */
  readonly line: (document: unknown, words: () => string) => void
  /** Something worth saying that is not the answer. */
  readonly note: (words: string) => void
}

export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

export function createOutput(isJson: boolean, { err, out }: Streams): Output {
  return {
    isJson,
    answer: (document, words) => {
      if (isJson) {
        out(`${JSON.stringify(document, null, 2)}\n`)
        return
      }
      const text = words()
      if (text !== '') out(`${text}\n`)
    },
    line: (document, words) => out(`${isJson ? oneLine(document) : words()}\n`),
    note: (words) => err(`${words}\n`),
  }
}

/** JSON leaves some separators of lines as they are; a reader that splits on them too would see half a document. */
function oneLine(document: unknown): string {
  return JSON.stringify(document).replaceAll(/[\u0085\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
