import { expect, it } from 'vitest'
import { testOperator } from '../../support/test-operator.ts'

it('shows what only the host can say, writes it down once, and takes it back', async () => {
  const { operator } = await testOperator()
  const { handlers } = operator
  const notices = async () => (await handlers['status:get']({})).notices
  operator.setHostNotice('hotkey', 'The capture key does not work: Control+Q is taken.')
  operator.setHostNotice('hotkey', 'The capture key does not work: Control+Q is taken.')
  expect(await notices()).toEqual(['The capture key does not work: Control+Q is taken.'])
  const { entries } = await handlers['journal:list']({ types: ['host_notice'], before: null, limit: 10 })
  expect(entries.map(({ title }) => title)).toEqual(['The capture key does not work: Control+Q is taken.'])
  operator.setHostNotice('hotkey', null)
  expect(await notices()).toEqual([])
})
