import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { requestTransitions } from '@zmht/shared/rules'
import { Button, ConfirmSheet, toast } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

/** 催一下: once a day. */
export function Urge({
  request,
  onUrged,
}: {
  readonly request: RequestReply
  readonly onUrged: (next: RequestReply) => void
}) {
  const [asking, setAsking] = useState(false)
  const key = useRef(mintStepKey())
  return (
    <>
      <Button full variant="quiet" onPress={() => setAsking(true)}>
        催一下
      </Button>
      <ConfirmSheet
        open={asking}
        title="催一下"
        consequence={requestTransitions.urge.consequence}
        confirm="催一下"
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          onUrged(
            await api.channels.ownStep({
              params: { requestId: request.id },
              body: { action: 'urge', key: key.current },
            }),
          )
          key.current = mintStepKey()
          setAsking(false)
          toast('已提醒办理单位')
        }}
      />
    </>
  )
}
