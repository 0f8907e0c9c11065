import {
  Button,
  Card,
  createResource,
  formatWhen,
  Loaded,
  Notice,
  ProblemNotice,
  Section,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { interfaceAddress } from '../../clients/words'
import { CopyRow } from '../../frame/CopyRow'

const linkState = createResource((channelId: string) => api.channels.linkState({ params: { channelId } }))

const address = interfaceAddress(ZMHT_API_URL, process.env.TARO_ENV === 'h5' ? window.location.origin : '')

/** The secret both sides sign by, and where the other side answers. */
export function LinkSecret({ id, ready }: { readonly id: string; readonly ready: () => Promise<boolean> }) {
  const now = useNow()
  const loaded = useResource(linkState, id)
  const [told, setTold] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const renew = async () => {
    setBusy(true)
    setError(undefined)
    try {
      // What is typed is what the secret is for.
      if (await ready()) {
        const { secret } = await api.channels.renewLinkSecret({ params: { channelId: id } })
        setTold(secret)
        await linkState.refresh(id)
      }
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title="和对方怎样互相确认">
      <Card>
        <Stack gap={4}>
          <Text>发出去的每一件、对方的每一次答复，都用同一个密钥签名。请把密钥和答复地址交给对方的工程师。</Text>
          <Loaded of={loaded}>
            {(state) => (
              <>
                <CopyRow label="对方答复的地址" value={`${address}${state.callback}`} />
                {state.off ? (
                  <Notice tone="danger" title="已停止发送">
                    {`${formatWhen(state.off.at, now)}停的：${state.off.why}。新的申请由本单位接着办。对方修好后，再发布一次就恢复。`}
                  </Notice>
                ) : state.failingSince ? (
                  <Notice tone="amber" title="对方现在收不到">
                    {`从${formatWhen(state.failingSince, now)}起没有送到，系统在自动重试。`}
                  </Notice>
                ) : null}
                {told === undefined ? null : (
                  <Notice tone="amber" title="密钥只显示这一次">
                    <CopyRow label="签名密钥" value={told} />
                  </Notice>
                )}
                <Button full variant="quiet" loading={busy} onPress={() => void renew()}>
                  {state.secret ? '换一个密钥' : '生成签名密钥'}
                </Button>
                {state.secret && told === undefined ? (
                  <Text size="small" tone="quiet">
                    换了以后，原来的密钥还能用一天，请对方在这一天里换好。
                  </Text>
                ) : null}
              </>
            )}
          </Loaded>
          {error === undefined ? null : <ProblemNotice error={error} />}
        </Stack>
      </Card>
    </Section>
  )
}
