/** What can become of a place 区划调整. */
export const operationKinds = ['rename', 'move', 'merge', 'split', 'abolish'] as const
export type OperationKind = (typeof operationKinds)[number]

export const operationNames: Readonly<Record<OperationKind, string>> = {
  rename: '更名',
  move: '移动',
  merge: '合并',
  split: '拆分',
  abolish: '撤销',
}

/**
 * `scheduled`: waits for its day · `effective`: holds everywhere, copies are being rewritten · `done`: nothing is left to do ·
 * `refused`: when its day came something stood in its way, and nothing was changed.
 */
export const operationStates = ['scheduled', 'effective', 'done', 'refused'] as const
export type OperationState = (typeof operationStates)[number]
