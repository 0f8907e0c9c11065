import { actions } from './actions'
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
  'directory-keeper': '人事管理',
  'permission-keeper': '权限管理',
  auditor: '安全审计',
  'data-steward': '数据下发',
} as const
export type Role = keyof typeof roles
export const roleCodes = Object.keys(roles) as [Role, ...Role[]] // the keys of the very object the type is of

/** `sensitive: full` still needs a stated purpose each time; without one it is masked. */
const peopleFacing = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
const numbersOnly = { open: 'full', internal: 'full', personal: 'none', sensitive: 'none' } as const

/**
 * The grants a deployment starts with. A worker sees people inside the organisation's own places, sensitive values only with a stated purpose;
 * the tiers above always see numbers and how services are set up, never single answers unless granted.
 */
export const standardGrants: readonly Grant[] = [
  {
    id: 'standard-everyone',
    effect: 'allow',
    subject: {},
    actions: ['hierarchy.read', 'directory.read', 'knowledge.read', 'provision.list'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard-service-worker',
    effect: 'allow',
    subject: { roles: ['service-worker'] },
    actions: [
      'ledger.list',
      'ledger.read',
      'ledger.edit',
      'ledger.decide',
      'channel.read',
      'request.read',
      'request.handle',
      'task.read',
      'task.work',
      'task.lead',
      'work.read',
      'statistics.read',
    ],
    resource: {},
    territory: 'own',
    fields: peopleFacing,
  },
  {
    id: 'standard-service-organiser',
    effect: 'allow',
    subject: { roles: ['service-organiser'] },
    actions: [
      'ledger.list',
      'ledger.write',
      'channel.read',
      'channel.write',
      'channel.publish',
      'task.read',
      'task.write',
      'task.lead',
      'statistics.read',
    ],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-provision-organiser',
    effect: 'allow',
    subject: { roles: ['service-organiser'] },
    actions: ['provision.ask', 'provision.decide'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    // Whoever hands sheets down reads them in as others do, and sees nobody by it.
    id: 'standard-data-steward',
    effect: 'allow',
    subject: { roles: ['data-steward'] },
    actions: ['ledger.list', 'ledger.edit', 'provision.ask', 'provision.decide'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-statistics-viewer',
    effect: 'allow',
    subject: { roles: ['statistics-viewer'] },
    actions: ['ledger.list', 'channel.read', 'task.read', 'statistics.read'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-place-keeper',
    effect: 'allow',
    subject: { roles: ['place-keeper'] },
    actions: ['hierarchy.write', 'grid.write'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-place-organiser',
    effect: 'allow',
    subject: { roles: ['place-organiser'] },
    actions: ['hierarchy.write', 'hierarchy.reorganise', 'duty.write', 'grid.write'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-hierarchy-keeper',
    effect: 'allow',
    subject: { roles: ['hierarchy-keeper'] },
    actions: ['hierarchy.import'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    // The standard is one for all cities, bound to no place.
    id: 'standard-knowledge-proposer',
    effect: 'allow',
    subject: { roles: ['service-organiser'] },
    actions: ['knowledge.propose'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard-knowledge-reviewer',
    effect: 'allow',
    subject: { roles: ['knowledge-reviewer'] },
    actions: ['knowledge.propose', 'knowledge.review'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard-knowledge-keeper',
    effect: 'allow',
    subject: { roles: ['knowledge-keeper'] },
    actions: ['knowledge.propose', 'knowledge.publish'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard-directory-keeper',
    effect: 'allow',
    subject: { roles: ['directory-keeper'] },
    actions: ['directory.write', 'permission.read'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    id: 'standard-permission-keeper',
    effect: 'allow',
    subject: { roles: ['permission-keeper'] },
    actions: ['permission.read', 'permission.write'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
  {
    // Whoever keeps permissions gives what they do not see themself.
    id: 'standard-permission-giver',
    effect: 'allow',
    subject: { roles: ['permission-keeper'] },
    actions,
    resource: {},
    territory: 'own',
    fields: peopleFacing,
    only: 'giving',
  },
  {
    // The catalogue of posts is one for all, bound to no place.
    id: 'standard-catalogue-keeper',
    effect: 'allow',
    subject: { roles: ['permission-keeper'] },
    actions: ['directory.catalogue'],
    resource: {},
    territory: 'all',
    fields: numbersOnly,
  },
  {
    id: 'standard-auditor',
    effect: 'allow',
    subject: { roles: ['auditor'] },
    actions: ['audit.read', 'permission.read'],
    resource: {},
    territory: 'own',
    fields: numbersOnly,
  },
]

/** What each of them is for, where people read it. */
export const standardGrantNames: Readonly<Record<string, string>> = {
  'standard-everyone': '所有工作人员可看地理层级、通讯录和知识体系',
  'standard-service-worker': '服务办理：在本单位范围内看台账、办诉求',
  'standard-service-organiser': '服务组织：在本单位范围内编辑和发布服务',
  'standard-provision-organiser': '服务组织：在本单位范围内申请、提供和审批数据下沉',
  'standard-data-steward': '数据下发：在本单位范围内用表格下发数据',
  'standard-statistics-viewer': '统计查看：本单位范围内的数字',
  'standard-place-keeper': '小区楼门维护',
  'standard-place-organiser': '区划、职责与网格管理',
  'standard-hierarchy-keeper': '地理层级导入',
  'standard-knowledge-proposer': '服务组织者可提出知识体系修订',
  'standard-knowledge-reviewer': '知识体系审核',
  'standard-knowledge-keeper': '知识体系发布',
  'standard-directory-keeper': '人事管理：在本单位范围内调整岗位和人员',
  'standard-permission-keeper': '权限管理：在本单位范围内设置和查询权限',
  'standard-permission-giver': '权限管理：可把本单位范围内的权限给下级，自己不因此看到内容',
  'standard-catalogue-keeper': '岗位目录维护',
  'standard-auditor': '安全审计：在本单位范围内看审计记录',
}
