import { expect, test } from 'vitest'
import { actionsForAll } from './many'

test('what is offered for several is what each of them allows', () => {
  const listed = { id: 'r1', state: 'listed', part: 'partner' } as const
  const handled = { id: 'r2', state: 'claimed', part: 'desk' } as const
  expect(actionsForAll([listed])).toEqual(['approve', 'put-right', 'refuse'])
  expect(actionsForAll([handled])).toEqual(['confirm', 'close', 'decline'])
  expect(actionsForAll([listed, handled])).toEqual([])
  expect(actionsForAll([])).toEqual([])
})
