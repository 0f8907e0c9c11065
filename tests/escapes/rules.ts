import type { Escape, Scene } from './scene'

/** Of rules: who may do what. */
export const rulesEscapes = ({
  reason,
  office,
  away,
  aRule,
  rule,
  beyond,
  granted,
  world,
}: Scene): readonly Escape[] => [
  [
    'permissions.saveGrant',
    'in places outside',
    'city',
    () => granted({ territory: { given: [world.places.north, world.places.datong] } }),
    beyond,
  ],
  [
    'permissions.saveGrant',
    'to an organisation outside, in its own places',
    'city',
    () => granted({ subject: { organisations: [office(), away()] } }),
    beyond,
  ],
  ['permissions.saveGrant', 'everywhere', 'city', () => granted({ territory: 'all' }), beyond],
  [
    'permissions.saveGrant',
    'a rule from outside, taken over',
    'city',
    () => ({ params: { grantId: rule.inForce }, body: { content: aRule({}), reason, edition: 1 } }),
    beyond,
  ],
  [
    'permissions.withdrawGrant',
    'a rule outside',
    'city',
    () => ({ params: { grantId: rule.inForce }, body: { reason, edition: 1 } }),
    beyond,
  ],
  [
    'permissions.approveGrant',
    'a rule proposed outside',
    'city',
    () => ({ params: { grantId: rule.proposed }, body: { accept: true, reason, edition: 1 } }),
    beyond,
  ],
]
