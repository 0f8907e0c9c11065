import { expect, test } from 'vitest'
import {
  endingWords,
  evaluationExample,
  interfaceAddress,
  letInWords,
  placesWords,
  renewalWords,
  tokenExample,
} from './words'

test('the address is whole, whichever build', () => {
  expect(interfaceAddress('/api', 'https://gov.example.cn')).toBe('https://gov.example.cn/api')
  expect(interfaceAddress('https://api.example.cn/api', 'https://gov.example.cn')).toBe('https://api.example.cn/api')
})

test('the places it may ask about are named', () => {
  expect(placesWords(['朝阳区', '海淀区'])).toBe('朝阳区、海淀区')
  expect(placesWords([])).toBe('没有地点')
  expect(letInWords(['北京市'])).toContain('北京市里，哪位工作人员可以做什么')
})

test('renewing says what becomes of the former secret; letting in again does not threaten', () => {
  expect(renewalWords('一网统管', false)).toMatch(/^原来的密钥立即作废，“一网统管”.*10 分钟/)
  expect(renewalWords('一网统管', true)).not.toContain('立即作废')
  expect(endingWords('一网统管')).toMatch(/^“一网统管”从下一次请求起什么都问不到/)
})

test('the examples can be run as they stand, but for the secret and the token', () => {
  expect(tokenExample('https://g.cn/api', 'k1')).toBe(
    "curl -X POST https://g.cn/api/access/v1/token \\\n  -d 'grant_type=client_credentials' \\\n  -d 'client_id=k1' \\\n  -d 'client_secret=密钥'",
  )
  const body = /-d '(.*)'$/.exec(evaluationExample('https://g.cn/api', 'a1', 'p1'))?.[1] ?? ''
  expect(JSON.parse(body)).toEqual({
    subject: { type: 'official', id: 'a1' },
    action: { name: 'ledger.read' },
    resource: { type: 'place', id: 'p1' },
  })
})
