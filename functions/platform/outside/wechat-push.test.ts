import { expect, test } from 'vitest'
import { isSigned, mediaVerdictIn, pushSignature } from './wechat-push'

test('signs as in the example of WeChat’s documentation', () => {
  expect(pushSignature('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696')
})

test.each([
  ['another nonce', 'signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1'],
  ['no signature', 'timestamp=1714036504&nonce=1514711492'],
  ['nothing', ''],
])('takes %s for no signature of WeChat', (_, query) => {
  expect(isSigned({ token: 'AAAAA' }, new URLSearchParams(query))).toBe(false)
})

const event = {
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx8f16a5e3',
  trace_id: '60ae120f-371d5872',
  version: 2,
}

test.each([
  ['a number', { result: { suggest: 'risky', label: 20002 } }, { suggest: 'risky', label: 20002 }],
  ['a number in quotes', { result: { suggest: 'pass', label: '100' } }, { suggest: 'pass', label: 100 }],
  ['what it could not load', { errcode: -1008, errmsg: '下载错误', detail: [] }, { suggest: 'failed', label: 0 }],
  ['no result at all', {}, { suggest: 'failed', label: 0 }],
])('reads a verdict with %s', (_, more, expected) => {
  expect(mediaVerdictIn({ ...event, ...more })).toEqual({ trace: '60ae120f-371d5872', ...expected })
})

test('leaves other events alone', () => {
  expect(mediaVerdictIn({ ...event, Event: 'subscribe_msg_popup_event' })).toBeUndefined()
  expect(mediaVerdictIn({ Event: 'wxa_media_check' })).toBeUndefined()
})
