import { subscriptions as applications } from '../applications/subscriptions'
import { subscriptions as channels } from '../channels/subscriptions'
import { subscriptions as hierarchy } from '../hierarchy/subscriptions'
import { subscriptions as knowledge } from '../knowledge/subscriptions'
import { subscriptions as ledgers } from '../ledgers/subscriptions'
import { subscriptions as overview } from '../overview/subscriptions'
import { subscriptions as permissions } from '../permissions/subscriptions'
import { dispatcher } from '../platform/stream/dispatcher'
import { subscriptions as tasks } from '../tasks/subscriptions'

export const handler = dispatcher({
  hierarchy,
  permissions,
  knowledge,
  ledgers,
  tasks,
  channels,
  applications,
  overview,
})
