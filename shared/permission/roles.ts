import type { Grant } from './grant'

/** The catalogue of roles a post may carry. Posts are given roles; people are given posts. */
export const roles = {
  'service-worker': '服务办理',
  'service-organiser': '服务组织',
  'statistics-viewer': '统计查看',
  'place-keeper': '小区楼门维护',
  'place-organiser': '区划与网格管理',
  'hierarchy-keeper': '地理层级维护',
  'knowledge-reviewer': '知识体系审核',
  'knowledge-keeper': '知识体系发布',
} as const
export type Role = keyof typeof roles

/** `sensitive: full` still needs a stated purpose each time; without one it is masked. */
const peopleFacing = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
const numbersOnly = { open: 'full', internal: 'full', personal: 'none', sensitive: 'none' } as const

/**
 * The grants a deployment starts with. A worker sees people inside the organisation's own places, sensitive values only with a stated purpose;
 * the tiers above always see numbers and how services are set up, never single answers unless granted.
 */
export const standardGrants: readonly Grant[] = [
  {
    id: 'standard/everyone',
    effect: 'allow',
    subject: {},
    actions: ['hierarchy.read', 'directory.read', 'knowledge.read'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard/service-worker',
    effect: 'allow',
    subject: { roles: ['service-worker'] },
    actions: [
      'ledger.read',
      'ledger.decide',
      'channel.read',
      'request.read',
      'request.handle',
      'work.read',
      'statistics.read',
    ],
    resource: {},
    territory: 'own',
    fields: peopleFacing,
  },
  {
    id: 'standard/service-organiser',
    effect: 'allow',
    subject: { roles: ['service-organiser'] },
    actions: ['channel.read', 'channel.write', 'channel.publish', 'statistics.read'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard/statistics-viewer',
    effect: 'allow',
    subject: { roles: ['statistics-viewer'] },
    actions: ['channel.read', 'statistics.read'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard/place-keeper',
    effect: 'allow',
    subject: { roles: ['place-keeper'] },
    actions: ['hierarchy.write', 'grid.write'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard/place-organiser',
    effect: 'allow',
    subject: { roles: ['place-organiser'] },
    actions: ['hierarchy.write', 'hierarchy.reorganise', 'duty.write', 'grid.write'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard/hierarchy-keeper',
    effect: 'allow',
    subject: { roles: ['hierarchy-keeper'] },
    actions: ['hierarchy.import'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    // The standard is one for all cities, bound to no place.
    id: 'standard/knowledge-proposer',
    effect: 'allow',
    subject: { roles: ['service-organiser'] },
    actions: ['knowledge.propose'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard/knowledge-reviewer',
    effect: 'allow',
    subject: { roles: ['knowledge-reviewer'] },
    actions: ['knowledge.propose', 'knowledge.review'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard/knowledge-keeper',
    effect: 'allow',
    subject: { roles: ['knowledge-keeper'] },
    actions: ['knowledge.propose', 'knowledge.publish'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
]
