import { expect, it } from 'vitest'
import { headedRows } from '../../../../renderer/app/headed-rows.ts'

it('puts a heading wherever it changes, and none where there is none', () => {
  const headed = headedRows(['one', 'two', 'three'], (item) => (item === 'three' ? 'Yesterday' : 'Today'))
  expect(headed.map((row) => (row.kind === 'heading' ? row.text : row.item))).toEqual(['Today', 'one', 'two', 'Yesterday', 'three'])
  expect(headedRows(['one', 'two'], () => null).map((row) => row.kind)).toEqual(['item', 'item'])
})
