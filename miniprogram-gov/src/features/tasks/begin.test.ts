import type { Form } from '@zmht/shared/controls'
import { baseKnowledge, entityId } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { beginItem } from './begin'

const form: Form = {
  knowledge: baseKnowledge.version,
  subjects: [
    { key: 'shop', kind: 'organisation', name: '门店', is: { by: 'target' } },
    { key: 'risk', kind: 'event', name: '隐患', is: { by: 'own' }, many: { min: 1, max: 5 } },
  ],
  controls: [],
}
const shop = entityId(`e${'1'.repeat(20)}`)

test('an item opens with what is known, and with what only it knows, each card with its own', () => {
  const draft = beginItem(baseKnowledge, {
    id: 'i1',
    form,
    revision: 4,
    formVersion: 1,
    state: 'open',
    prefill: {
      shop: [
        {
          entity: shop,
          values: { name: { value: '立冬便利店', source: '台账', at: '2026-11-24T01:00:00.000Z', stale: false } },
        },
      ],
      risk: [{ values: {} }],
    },
    own: {
      shop: [{ entity: shop, values: { looked: true } }],
      risk: [{ values: { what: '堵' } }, { values: { what: '线' } }],
    },
  })
  expect(draft).toEqual({
    id: 'i1',
    base: 4,
    formVersion: 1,
    confirmed: [],
    began: draft.answers,
    answers: {
      shop: [{ entity: shop, values: { name: '立冬便利店', looked: true } }],
      risk: [{ values: { what: '堵' } }, { values: { what: '线' } }],
    },
  })
})

test('what was said of somebody who is no longer there is not said of another', () => {
  const draft = beginItem(baseKnowledge, {
    id: 'i1',
    form,
    revision: 1,
    formVersion: 1,
    state: 'open',
    prefill: { shop: [{ entity: shop, values: {} }], risk: [] },
    own: { shop: [{ entity: entityId(`e${'2'.repeat(20)}`), values: { looked: true } }] },
  })
  expect(draft.answers.shop).toEqual([{ entity: shop, values: {} }])
})
