import { expect, test } from 'vitest'
import { isPublic, urlProblem } from './address'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  'fe80::1',
  'fd00:ec2::254',
  '2002:a00:1::',
  '2001:db8::1',
  'not an address',
])('%s is not public', (address) => expect(isPublic(address)).toBe(false))

test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '240e::1'])('%s is', (address) =>
  expect(isPublic(address)).toBe(true),
)

test.each([
  ['http://hooks.example.cn/in', '接收地址应以 https:// 开头'],
  ['ftp://hooks.example.cn/in', '接收地址应以 https:// 开头'],
  ['https://u:p@hooks.example.cn/', '接收地址里不能写用户名和密码'],
  ['https://hooks.example.cn/#a', '接收地址里不能有 # 后面的部分'],
  ['https://localhost/in', '接收地址应在公网上，不能是内网地址'],
  ['https://db.internal/in', '接收地址应在公网上，不能是内网地址'],
  ['https://0x7f000001/', '接收地址应在公网上，不能是内网地址'],
  ['https://2130706433/', '接收地址应在公网上，不能是内网地址'],
  ['https://[::1]/', '接收地址应在公网上，不能是内网地址'],
  ['https://169.254.169.254/latest/meta-data/', '接收地址应在公网上，不能是内网地址'],
  ['/in', '接收地址不是完整的网址'],
])('%s is refused', (url, words) => expect(urlProblem(url, false)).toBe(words))

test('the machine itself only where it is said so', () => {
  expect(urlProblem('http://127.0.0.1:8080/in', true)).toBeUndefined()
  expect(urlProblem('http://127.0.0.1:8080/in', false)).toBe('接收地址应以 https:// 开头')
  expect(urlProblem('http://10.0.0.1/in', true)).toBe('接收地址应以 https:// 开头')
  expect(urlProblem('https://hooks.example.cn/in', false)).toBeUndefined()
})
