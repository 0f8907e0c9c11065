import { Tag, useResource } from '@zmht/shared/ui'
import type { Official } from '../session/official'
import { proposedGrants } from './resources'
import { actsOn } from './rights'

/** How many proposed rules wait for this person: not those they proposed themselves. Nothing when none does. */
export function PendingTag({ me }: { readonly me: Official }) {
  const { data } = useResource(proposedGrants, 'all')
  const count = (data ?? []).filter((grant) => actsOn(me, grant).decide).length
  return count === 0 ? null : <Tag tone="amber">{`${count} 条规则等您确认`}</Tag>
}
