/** Where a command's words go. Documents and answers on standard output; everything else on standard error. */
export type Output = {
  readonly isJson: boolean
  /** The answer: with --json the document, otherwise the words (nothing printed for an empty text). */
  readonly answer: (document: unknown, words: () => string) => void
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
    note: (words) => err(`${words}\n`),
  }
}
