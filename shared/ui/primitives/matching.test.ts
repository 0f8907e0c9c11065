import { expect, test } from 'vitest'
import { matching } from './matching'

const options = ['高血压', '2型糖尿病（T2DM）', '冠心病', '血脂异常'].map((label) => ({ label }))
const found = (words: string) => matching(options, words).map(({ label }) => label)

test('nothing typed finds everything', () => {
  expect(found(' ')).toHaveLength(4)
})

test('all words must be there, in any order and case', () => {
  expect(found('血')).toEqual(['高血压', '血脂异常'])
  expect(found('异常 血')).toEqual(['血脂异常'])
  expect(found('ｔ2dm')).toEqual(['2型糖尿病（T2DM）'])
  expect(found('血 糖')).toEqual([])
})
