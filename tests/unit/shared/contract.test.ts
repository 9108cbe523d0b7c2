import { expect, it } from 'vitest'
import { invokeNames } from '../../../shared/ipc/channels.ts'
import { contract } from '../../../shared/ipc/contract.ts'

it('every contract has its name among the channels, once', () => {
  expect(Object.keys(contract).toSorted()).toEqual([...invokeNames].toSorted())
})
