import type { MeReply } from '@zmht/shared/contract'

/** A signed-in resident. */
export type Resident = Extract<MeReply, { kind: 'resident' }>
