import type { Ref } from 'react'
import { useFeature } from '../../app/services.tsx'
import { LineAdd } from '../../ui/line-add.tsx'
import { tasksStrings as words } from './strings.ts'

/** A task in a sentence; the operator reads the date and the priority out of it. */
export function TaskAdd({ field, className }: { readonly field?: Ref<HTMLInputElement>; readonly className?: string }) {
  const add = useFeature('tasks', (state) => state.add)
  return (
    <LineAdd
      label={words.add}
      hint={words.addHint}
      button={words.addButton}
      onAdd={add}
      {...(field === undefined ? {} : { field })}
      {...(className === undefined ? {} : { className })}
    />
  )
}
