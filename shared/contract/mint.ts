const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * Ids made on the phone, so that a retry names the same thing. 20 characters of base 36 are 103 bits: two phones never meet.
 * WeChat has no synchronous strong random source; the ids are names, not secrets, and access never rests on guessing one.
 */
function mint(prefix: string, length: number): string {
  let id = prefix
  const random = typeof globalThis.crypto?.getRandomValues === 'function' ? strong : weak
  for (let index = 0; index < length; index++) id += alphabet.charAt(random(alphabet.length))
  return id
}

function strong(below: number): number {
  const limit = 256 - (256 % below)
  const byte = new Uint8Array(1)
  do globalThis.crypto.getRandomValues(byte)
  while ((byte[0] ?? 0) >= limit)
  return (byte[0] ?? 0) % below
}

function weak(below: number): number {
  return Math.floor(Math.random() * below)
}

export const mintChannelId = (): string => mint('c', 12)
export const mintRequestId = (): string => mint('r', 20)
export const mintStepKey = (): string => mint('s', 20)
export const mintOperationId = (): string => mint('t', 20)
export const mintProposalId = (): string => mint('v', 20)
export const mintGridId = (): string => mint('g', 20)
/** A file: the same one however often it is announced. */
export const mintFileId = (): string => mint('f', 20)
export const mintJobId = (): string => `j${mint('', 20)}`
/** Somebody new in the directory, an organisation, a post, a rule of access. */
export const mintOfficialId = (): string => mint('a', 20)
export const mintOrganisationId = (): string => mint('o', 20)
export const mintPostId = (): string => mint('p', 20)
export const mintGrantId = (): string => mint('n', 20)
export const mintChargeId = (): string => mint('h', 20)
/** A subscription of another system. */
export const mintHookId = (): string => mint('x', 20)
/** An App of a city whose identity is taken. */
export const mintIssuerId = (): string => mint('i', 20)
export const mintClientId = (): string => mint('k', 20)
/** A data set on offer, and one ask for it. */
export const mintDataSetId = (): string => mint('d', 20)
export const mintProvisionId = (): string => mint('b', 20)
export const mintLedgerId = (): string => mint('l', 20)
/** A way to look at a ledger, saved by somebody for themselves. */
export const mintViewId = (): string => mint('w', 11)
/** A task: the same one however often it is saved. */
export const mintTaskId = (): string => mint('q', 20)
/** A notice: the same one however often it is saved. */
export const mintNoticeId = (): string => mint('u', 20)
/** A measure of a ledger: a word of its own inside it. */
export const mintMeasureId = (): string => mint('m', 11)
/** An entry of a community page: the same one however often it is saved. */
export const mintCommunityEntryId = (): string => mint('y', 20)
/** An application: the same one however often it is saved. */
export const mintApplicationId = (): string => mint('z', 20)
