import { TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What a screen says when there is nothing to list: a heading, a sentence, perhaps a way on. */
export function Message({
  words,
  tone = 'calm',
  icon,
  children,
}: {
  readonly words: readonly [title: string, body: string] | readonly string[]
  readonly tone?: 'calm' | 'problem'
  readonly icon?: LucideIcon
  readonly children?: ReactNode
}) {
  const Icon = tone === 'problem' ? TriangleAlert : icon
  return (
    <div
      role={tone === 'problem' ? 'alert' : 'status'}
      className="mx-auto flex max-w-[44ch] flex-col items-center justify-center gap-1 px-6 py-14 text-center"
    >
      {Icon !== undefined && (
        <span
          className={classNames(
            'mb-2.5 flex size-10 items-center justify-center rounded-card',
            tone === 'problem' ? 'bg-critical-soft text-critical' : 'bg-sunken text-ink-3',
          )}
        >
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.6} />
        </span>
      )}
      <p className="text-l font-bold tracking-tight text-balance">{words[0]}</p>
      <p className="text-balance text-ink-2">{words[1]}</p>
      {children !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
