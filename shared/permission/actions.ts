/** Everything an official may be allowed to do. The contract names one for each endpoint an official may call. */
export const actions = [
  'hierarchy.read',
  'hierarchy.write',
  'hierarchy.reorganise',
  'hierarchy.import',
  'directory.read',
  'directory.write',
  'directory.catalogue',
  'permission.read',
  'permission.write',
  'audit.read',
  'duty.write',
  'grid.write',
  'knowledge.read',
  'knowledge.propose',
  'knowledge.review',
  'knowledge.publish',
  'ledger.list',
  'ledger.read',
  'ledger.edit',
  'ledger.decide',
  'ledger.write',
  'provision.list',
  'provision.ask',
  'provision.decide',
  'provision.read',
  'channel.read',
  'channel.write',
  'channel.publish',
  'notice.read',
  'notice.write',
  'notice.approve',
  'request.read',
  'request.handle',
  'request.undertake',
  'request.oversee',
  'task.read',
  'task.write',
  'task.work',
  'task.lead',
  'task.undertake',
  'work.read',
  'statistics.read',
  'application.read',
  'application.write',
] as const
export type Action = (typeof actions)[number]

/** What each is called where people read it. */
export const actionNames: Readonly<Record<Action, string>> = {
  'hierarchy.read': '查看地理层级',
  'hierarchy.write': '维护小区楼门',
  'hierarchy.reorganise': '调整区划',
  'hierarchy.import': '导入区划',
  'directory.read': '查看通讯录',
  'directory.write': '人事调整',
  'directory.catalogue': '维护岗位目录',
  'permission.read': '查询权限',
  'permission.write': '设置权限',
  'audit.read': '查看审计记录',
  'duty.write': '确定职责归属',
  'grid.write': '维护网格',
  'knowledge.read': '查看知识体系',
  'knowledge.propose': '提出知识体系修订',
  'knowledge.review': '审核知识体系修订',
  'knowledge.publish': '发布知识体系',
  'ledger.list': '浏览台账目录',
  'ledger.read': '查看台账',
  'ledger.edit': '登记和更正台账',
  'ledger.decide': '确认台账更新',
  'ledger.write': '设计台账',
  'provision.list': '浏览数据下沉',
  'provision.ask': '申请数据下沉',
  'provision.decide': '提供和审批数据下沉',
  'provision.read': '查看下沉的数据',
  'channel.read': '查看服务',
  'channel.write': '编辑服务',
  'channel.publish': '发布服务',
  'notice.read': '查看通知和阅读情况',
  'notice.write': '发布通知',
  'notice.approve': '审批通知',
  'request.read': '查看诉求',
  'request.handle': '办理诉求',
  'request.undertake': '办理交给本单位的诉求',
  'request.oversee': '督办超期的诉求',
  'task.read': '查看任务',
  'task.write': '下派任务',
  'task.work': '填报任务',
  'task.lead': '转下、上报和督办任务',
  'task.undertake': '承办交给本单位的任务项',
  'work.read': '查看待办',
  'statistics.read': '查看统计',
  'application.read': '查看应用',
  'application.write': '搭建和开通应用',
}

/** Actions that change who may do what, or watch over it: a grant of one is confirmed by a second person. */
export const securityActions: ReadonlySet<Action> = new Set([
  'directory.write',
  'directory.catalogue',
  'permission.read',
  'permission.write',
  'audit.read',
])

/** What grants and decisions are about. */
export const resourceKinds = {
  place: '地点',
  statistics: '统计',
  ledger: '台账',
  entity: '台账里的人、地、物、组织',
  provision: '数据下沉',
  channel: '服务',
  notice: '通知',
  request: '诉求',
  'given-request': '交给本单位的诉求',
  'overseen-request': '报到本单位督办的诉求',
  task: '任务',
  application: '应用',
  'given-item': '交给本单位的任务项',
  'own-item': '本单位自己填报的任务项',
  file: '照片和文件',
  duty: '职责',
  grid: '网格',
  organisation: '单位与人员',
  grant: '权限规则',
  audit: '审计记录',
} as const
export type ResourceKind = keyof typeof resourceKinds

/** What a list for an action is a list of. */
export function kindListedFor(action: Action): ResourceKind {
  if (action === 'task.undertake') return 'given-item'
  if (action === 'request.undertake') return 'given-request'
  if (action === 'request.oversee') return 'overseen-request'
  if (action === 'ledger.list' || action === 'ledger.write') return 'ledger'
  const [slice] = action.split('.')
  switch (slice) {
    case 'hierarchy':
      return 'place'
    case 'directory':
      return 'organisation'
    case 'permission':
      return 'grant'
    case 'ledger':
      return 'entity'
    case 'work':
      return 'request'
    case 'audit':
    case 'duty':
    case 'grid':
    case 'channel':
    case 'notice':
    case 'request':
    case 'task':
    case 'statistics':
    case 'provision':
    case 'application':
      return slice
    default:
      return 'place'
  }
}
