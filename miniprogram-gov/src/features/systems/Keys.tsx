import type { ConnectionReply } from '@zmht/shared/contract'
import { Button, Card, ConfirmSheet, EmptyState, Row, Stack, Text, toast, useNow } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import type { Told } from './ToldOnce'
import { keyWords } from './words'

/** The keys by which a system sends requests by Open311. */
export function Keys({
  client,
  open311: { keys, jurisdiction },
  onTold,
  onChanged,
}: {
  readonly client: { readonly id: string; readonly name: string }
  readonly open311: ConnectionReply['open311']
  readonly onTold: (told: Told) => void
  readonly onChanged: () => Promise<void>
}) {
  const now = useNow()
  const [asking, setAsking] = useState<'new' | 'end'>()
  const close = () => setAsking(undefined)
  const has = keys.length > 0
  const make = (
    <Button variant="quiet" icon={has ? 'refresh' : 'plus'} onPress={() => setAsking('new')}>
      {has ? '换 Open311 密钥' : '发 Open311 密钥'}
    </Button>
  )
  return (
    <Card>
      {has ? (
        <Stack gap={3}>
          <Stack gap={1}>
            {keys.map((key) => (
              <Text key={key.at} strong={key.until === undefined} tone={key.until === undefined ? 'ink' : 'quiet'}>
                {keyWords(key, now)}
              </Text>
            ))}
            <Text size="small" tone="quiet">
              {`本市代码（jurisdiction_id）${jurisdiction}。一天最多送来 1000 件，只看得到自己送来的。`}
            </Text>
          </Stack>
          <Row gap={2} wrap>
            {make}
            <Button variant="text-danger" onPress={() => setAsking('end')}>
              作废全部密钥
            </Button>
          </Row>
        </Stack>
      ) : (
        <EmptyState
          icon="shield"
          title="还没有 Open311 密钥"
          detail="随手拍一类的应用按 Open311 标准把居民的诉求送进来，要先有一个密钥。"
          action={make}
        />
      )}
      <ConfirmSheet
        open={asking === 'new'}
        title={has ? '换 Open311 密钥' : '发 Open311 密钥'}
        consequence={
          has
            ? '新的马上能用，现在这个再用一天，更早的立即作废。'
            : `有了它，“${client.name}”就能把诉求送进本市开放的服务，并查自己送来的办到哪一步。它看不到别人的诉求。`
        }
        confirm="取得密钥"
        onClose={close}
        onConfirm={async () => {
          const { key } = await api.channels.makeOpen311Key({ params: { clientId: client.id } })
          await onChanged()
          close()
          onTold({
            title: `“${client.name}”的 Open311 密钥`,
            label: '密钥（api_key）',
            value: key,
            beside: { label: '本市代码（jurisdiction_id）', value: jurisdiction },
            next: '地址在 /api/open311/discovery.xml，用法按 Open311 GeoReport v2。能送哪些服务，看“开放给其他系统的服务”。',
          })
        }}
      />
      <ConfirmSheet
        open={asking === 'end'}
        title="作废全部密钥"
        consequence={`“${client.name}”从下一次请求起送不进来，也查不到。已经送来的照常办理。`}
        confirm="作废"
        variant="danger"
        onClose={close}
        onConfirm={async () => {
          await api.channels.endOpen311Keys({ params: { clientId: client.id } })
          await onChanged()
          close()
          toast('已作废')
        }}
      />
    </Card>
  )
}
