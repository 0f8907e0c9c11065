/** Everything an official may be allowed to do. The contract names one for each endpoint an official may call. */
export const actions = [
  'hierarchy.read',
  'hierarchy.write',
  'hierarchy.reorganise',
  'hierarchy.import',
  'directory.read',
  'duty.write',
  'grid.write',
  'knowledge.read',
  'knowledge.propose',
  'knowledge.review',
  'knowledge.publish',
  'ledger.read',
  'ledger.decide',
  'channel.read',
  'channel.write',
  'channel.publish',
  'request.read',
  'request.handle',
  'work.read',
  'statistics.read',
] as const
export type Action = (typeof actions)[number]
