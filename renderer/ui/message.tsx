import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What a screen says when there is nothing to list: a heading, a sentence, perhaps a way on. */
export function Message({
  words,
  tone = 'calm',
  children,
}: {
  readonly words: readonly [title: string, body: string] | readonly string[]
  readonly tone?: 'calm' | 'problem'
  readonly children?: ReactNode
}) {
  return (
    <div
      role={tone === 'problem' ? 'alert' : 'status'}
      className="mx-auto flex max-w-[46ch] flex-col items-center justify-center gap-1.5 px-6 py-16 text-center"
    >
      <p className={classNames('text-l font-bold tracking-tight', tone === 'problem' && 'text-critical')}>{words[0]}</p>
      <p className="text-ink-2">{words[1]}</p>
      {children !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
