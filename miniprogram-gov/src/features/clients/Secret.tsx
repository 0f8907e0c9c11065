import type { Contract, ReplyOf } from '@zmht/shared/contract'
import { Button, Notice, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { CopyRow } from '../frame/CopyRow'

export type Told = ReplyOf<Contract['permissions']['makeClient']>

/** A secret, shown this once. Pressing beside the sheet does not lose it: whoever has not copied it is asked first. */
export function Secret({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const [copied, setCopied] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { id, name, secret } = told
  return (
    <Sheet
      open
      wide
      title={`“${name}”的密钥`}
      onClose={() => (copied || leaving ? onClose() : setLeaving(true))}
      footer={
        <Button full onPress={onClose}>
          已经存好，关闭
        </Button>
      }
    >
      <Stack gap={4}>
        <Notice tone="amber" title="密钥只显示这一次">
          关闭以后谁也看不到它了，我们只留了校验用的摘要。请现在复制，用安全的方式交给对方的工程师，不要发在群里。
        </Notice>
        <CopyRow label="系统编号（client_id）" value={id} />
        <CopyRow label="密钥（client_secret）" value={secret} onCopied={() => setCopied(true)} />
        {leaving && !copied ? (
          <Notice tone="danger" title="还没有复制密钥">
            再按一次关闭就看不到了。万一丢了，可以在这里更换密钥。
          </Notice>
        ) : null}
        <Text size="small" tone="quiet">
          怎样领令牌、怎样问，见这一页最下面的“给对方工程师的说明”。
        </Text>
      </Stack>
    </Sheet>
  )
}
