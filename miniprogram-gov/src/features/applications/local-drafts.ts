import type { ApplicationContent, ApplicationSettings } from '@zmht/shared/contract'
import * as z from '@zmht/shared/contract/z'
import { localDrafts } from '@/lib/local-drafts'

/** An application somebody is changing on this device. */
export interface KeptApplication {
  readonly id: string
  readonly by: string
  /** What it was changed from: when somebody else saved meanwhile, it is not gone on with. */
  readonly edition: number
  readonly content: ApplicationContent
  /** What was said of it already by what was put in. */
  readonly settings?: SaidAlready
}

/** Who the roles are, and what stands in its texts. */
export type SaidAlready = Pick<ApplicationSettings, 'roles' | 'fills'>

const isList = (given: unknown): boolean => Array.isArray(given)
/** Words may be missing still, so that the contract's own check would not let it pass. */
const content = z.custom<ApplicationContent>((given) => {
  if (typeof given !== 'object' || given === null) return false
  const { parts, roles, wiring, title, summary } = given as Record<string, unknown> // read as anything
  return isList(parts) && isList(roles) && isList(wiring) && typeof title === 'string' && typeof summary === 'string'
})
const words = z.record(z.string(), z.string())
const said: z.ZodMiniType<SaidAlready, unknown> = z.custom<SaidAlready>(
  (given) => z.strictObject({ roles: words, fills: words }).safeParse(given).success,
)
const kept: z.ZodMiniType<KeptApplication, unknown> = z.strictObject({
  id: z.string(),
  by: z.string(),
  edition: z.number(),
  content,
  settings: z.exactOptional(said),
})

export const applicationDrafts = localDrafts('zmht-gov-applications', (stored) => kept.safeParse(stored).data)
