/** A form for the examples in the tests: a mother registers her children, her home and what her home is like. */
import { baseKnowledge, entityId } from '../knowledge'
import type { Claim, ClaimSource, Entity, EntityKind, Graph, Relation, Value } from '../knowledge/types'
import type { Control, Form } from './form'

export const mother = entityId('emother')
export const son = entityId('eson')
export const daughter = entityId('edaughter')
export const home = entityId('home1')

const control = (
  id: string,
  kind: Control['kind'],
  label: string,
  binding: Control['binding'],
  more: Partial<Control> = {},
): Control => ({
  id,
  kind,
  label,
  required: false,
  ...(binding ? { binding } : {}),
  ...more,
})

export const registration: Form = {
  knowledge: baseKnowledge.version,
  subjects: [
    { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
    {
      key: 'child',
      kind: 'person',
      name: '孩子',
      is: { by: 'relation', relation: 'parent', of: 'me', direction: 'forward' },
      many: { min: 1, max: 2 },
    },
    {
      key: 'home',
      kind: 'place',
      name: '您的家',
      is: { by: 'relation', relation: 'resides-at', of: 'me', direction: 'forward' },
    },
    { key: 'visit', kind: 'event', name: '本次登记', is: { by: 'submission' } },
  ],
  controls: [
    control('myName', 'name', '您的姓名', { subject: 'me', attribute: 'person.name' }, { required: true }),
    control('myMobile', 'phone', '您的手机号', { subject: 'me', attribute: 'person.mobile' }),
    control('childName', 'name', '孩子姓名', { subject: 'child', attribute: 'person.name' }, { required: true }),
    control('childId', 'id-number', '孩子身份证号', { subject: 'child', attribute: 'person.idNumber' }),
    control('childAllergic', 'choices', '孩子的药物过敏', { subject: 'child', attribute: 'person.drugAllergies' }),
    control(
      'childNote',
      'long-text',
      '过敏说明',
      { subject: 'child', attribute: 'person.allergies' },
      {
        required: true,
        showWhen: { 'one-of': [{ var: 'childAllergic' }, ['2', '5']] },
      },
    ),
    control('myHome', 'place', '您的住址', { subject: 'me', relation: 'resides-at' }),
    control('lift', 'yes-no', '楼里有电梯吗', { subject: 'home', attribute: 'place.hasLift' }, { required: true }),
    control('note', 'long-text', '其他', { subject: 'visit', attribute: 'event.note' }),
    control('consent', 'consent', '资料使用同意书', undefined, { required: true, text: '我同意社区使用以上资料。' }),
  ],
}

export const whole = {
  me: [{ values: { myName: '李梅', consent: true } }],
  child: [{ values: { childName: '王小明' } }],
}

export const imported: ClaimSource = { kind: 'import', id: 'j1', label: '人口台账' }

const claimed = {
  source: imported,
  version: baseKnowledge.version,
  by: 'register',
  authority: 'recorded',
} as const

export function claim(value: Value, at = '2026-01-01T00:00:00.000Z'): Claim {
  return { value, at, ...claimed }
}

export function entity(id: Entity['id'], kind: EntityKind, facts: Readonly<Record<string, Claim>> = {}): Entity {
  return { id, kind, facts }
}

export function graphOf(entities: readonly Entity[], relations: readonly Relation[] = []): Graph {
  return { entities: Object.fromEntries(entities.map((one) => [one.id, one])), relations }
}

export function relation(
  type: string,
  from: Entity['id'],
  to: Entity['id'],
  since = '2026-01-01T00:00:00.000Z',
): Relation {
  return { type, from, to, since, ...claimed, at: since }
}
