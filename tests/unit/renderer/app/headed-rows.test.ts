import { expect, it } from 'vitest'
import { headedRows } from '../../../../renderer/app/headed-rows.ts'
import { alerts } from '../../../support/window/fortnight.ts'

it('puts a heading wherever it changes, and none where there is none', () => {
  const [one, two, three] = alerts
  if (one === undefined || two === undefined || three === undefined) throw new Error('the fortnight has too few alerts')
  const headed = headedRows([one, two, three], (alert) => (alert === three ? 'Yesterday' : 'Today'))
  expect(headed.map((row) => (row.kind === 'heading' ? row.text : row.item.id))).toEqual(['Today', one.id, two.id, 'Yesterday', three.id])
  expect(headedRows([one, two], () => null).map((row) => row.kind)).toEqual(['item', 'item'])
})
