import type { GrantContent } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { sayGrant } from './say-grant'

const full = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
const content = (part: Partial<GrantContent>): GrantContent => ({
  name: '规则',
  effect: 'allow',
  subject: {},
  actions: ['ledger.read'],
  resource: {},
  territory: 'own',
  fields: full,
  ...part,
})
const place = placeIdFrom(new Uint8Array(7))
const named = {
  oWANGJING: '望京街道',
  pWORKER: '社工',
  [place]: '花家地北里社区',
  c1: '老人体检',
  'person-blood': '血型',
}

test.each<[string, Partial<GrantContent>]>([
  ['所有岗位，可以在本单位管理的地点查看台账；看原文', {}],
  [
    '社区级、角色为“服务办理”的岗位，可以在本单位管理的地点查看台账、办理诉求；敏感个人信息打码',
    {
      subject: { ranks: ['community'], roles: ['service-worker'] },
      actions: ['ledger.read', 'request.handle'],
      fields: { ...full, sensitive: 'masked' },
    },
  ],
  [
    '望京街道（含下级单位）里角色为“服务办理”或“统计查看”的岗位，可以在花家地北里社区查看诉求（只限诉求）；个人信息打码，敏感个人信息不显示',
    {
      subject: { organisations: ['oWANGJING'], roles: ['service-worker', 'statistics-viewer'] },
      actions: ['request.read'],
      resource: { kinds: ['request'] },
      territory: { given: [place] },
      fields: { ...full, personal: 'masked', sensitive: 'none' },
    },
  ],
  [
    '望京街道（含下级单位）的岗位，可以在所有地方查看诉求（只限望京街道（含下级单位）所属、带“养老”标签、应用“老人体检”的内容）；看原文',
    {
      subject: { organisations: ['oWANGJING'] },
      actions: ['request.read'],
      resource: { owners: ['oWANGJING'], tags: ['养老'], applications: ['c1'] },
      territory: 'all',
    },
  ],
  [
    '“社工”岗位（须是望京街道（含下级单位）、带“助餐”标签的），可以在本单位管理的地点查看台账；看原文',
    { subject: { posts: ['pWORKER'], organisations: ['oWANGJING'], tags: ['助餐'] } },
  ],
  ['禁止一线人员的岗位在本单位管理的地点查看台账', { effect: 'forbid', subject: { ranks: ['worker'] } }],
  [
    '所有岗位在本单位管理的地点查看台账时，不显示“血型”',
    { effect: 'forbid', resource: { attributes: ['person-blood'] } },
  ],
  [
    '所有岗位在本单位管理的地点查看台账时，还能看到“血型”里的敏感个人信息的原文',
    { resource: { attributes: ['person-blood'], sensitivities: ['sensitive'] } },
  ],
  [
    '所有岗位在本单位管理的地点查看台账时，还能看到敏感个人信息（敏感个人信息打码）',
    { resource: { sensitivities: ['sensitive'] }, fields: { ...full, personal: 'none', sensitive: 'masked' } },
  ],
  [
    '所有岗位，可以在本单位管理的地点查看台账；看原文；从2026年12月1日起，到2026年12月31日为止',
    { from: '2026-11-30T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' },
  ],
  ['所有岗位，可以在本单位管理的地点查看台账；看原文；到2026-12-31 18:00为止', { to: '2026-12-31T10:00:00.000Z' }],
])('%s', (sentence, part) => {
  expect(sayGrant(content(part), named)).toBe(sentence)
})

test('what has no name stands as its id, and many are counted', () => {
  const subject = { organisations: ['oA', 'oB', 'oC', 'oD', 'oE'] }
  expect(sayGrant(content({ subject }), {})).toMatch(/^oA、oB、oC等 5 项（含下级单位）的岗位/)
  const four = { organisations: subject.organisations.slice(0, 4) }
  expect(sayGrant(content({ subject: four }), {})).toMatch(/^oA、oB、oC或oD（含下级单位）的岗位/)
})
