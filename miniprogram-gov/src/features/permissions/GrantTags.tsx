import type { GrantReply } from '@zmht/shared/contract'
import { Row, Tag } from '@zmht/shared/ui'
import { stateNames, stateTones } from './words'

/** What a rule is: forbidding, coming with the product, in which state; that it is in force goes without saying in a list (`inForce`). */
export function GrantTags({ grant, inForce = false }: { readonly grant: GrantReply; readonly inForce?: boolean }) {
  return (
    <Row gap={1} className="g-nowrap">
      {grant.content.effect === 'forbid' ? <Tag tone="amber">禁止</Tag> : null}
      {grant.standard ? <Tag>标准</Tag> : null}
      {inForce || grant.state !== 'in-force' ? (
        <Tag tone={stateTones[grant.state]}>{stateNames[grant.state]}</Tag>
      ) : null}
    </Row>
  )
}
