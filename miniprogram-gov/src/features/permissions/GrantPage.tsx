import { useRouter } from '@tarojs/taro'
import { Box, Loaded, Stack, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { GrantActs } from './GrantActs'
import { GrantDetails } from './GrantDetails'
import { GrantHistory } from './GrantHistory'
import { GrantOrigin } from './GrantOrigin'
import { grantOf } from './resources'

export function GrantPage() {
  return <Gate>{(me) => <Whole me={me} />}</Gate>
}

/** One rule: what it says, who made it and why, what it said before, and what may be done with it. */
function Whole({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(grantOf, id)
  return (
    <OfficialScreen me={me} title="规则" current={pages.home} back={pages.grants}>
      <Loaded of={loaded}>
        {(grant) => (
          <Box className="g-split">
            <Stack gap={6} className="g-split__main">
              <GrantDetails grant={grant} />
            </Stack>
            <Stack gap={6} className="g-split__side">
              <GrantActs me={me} grant={grant} />
              <GrantOrigin grant={grant} />
              <GrantHistory history={grant.history} />
            </Stack>
          </Box>
        )}
      </Loaded>
    </OfficialScreen>
  )
}
