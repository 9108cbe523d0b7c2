import { expect, it } from 'vitest'
import { rowsOf } from '../../../../../renderer/features/inbox/groups.ts'
import { alerts } from '../../../../support/window/fortnight.ts'

it('puts a heading wherever it changes, and none where there is none', () => {
  const [one, two, three] = alerts
  if (one === undefined || two === undefined || three === undefined) throw new Error('the fortnight has too few alerts')
  const headed = rowsOf([one, two, three], (alert) => (alert === three ? 'Yesterday' : 'Today'))
  expect(headed.map((row) => (row.kind === 'heading' ? row.text : row.alert.id))).toEqual(['Today', one.id, two.id, 'Yesterday', three.id])
  expect(rowsOf([one, two], () => null).map((row) => row.kind)).toEqual(['alert', 'alert'])
})
