import { Button, Card, ConfirmSheet, goTo, Heading, Row, Stack, Tag, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { ClientReply } from './resources'
import type { Told } from './Secret'
import { endingWords, placesWords, renewalWords } from './words'

/** One system: what it may ask about, and what may be done with it. */
export function ClientCard({
  client,
  onTold,
  onChanged,
}: {
  readonly client: ClientReply
  readonly onTold: (told: Told) => void
  readonly onChanged: () => Promise<void>
}) {
  const [asking, setAsking] = useState<'renew' | 'end'>()
  const { id, name, places, ended } = client
  const close = () => setAsking(undefined)
  const renew = ended ? '重新接入' : '更换密钥'
  return (
    <Card label={name}>
      <Stack gap={3}>
        <Stack gap={1}>
          <Row between gap={3}>
            <Heading level={3}>{name}</Heading>
            <Tag tone={ended ? 'quiet' : 'accent'}>{ended ? '已停用' : '在用'}</Tag>
          </Row>
          <Text tone={ended ? 'quiet' : 'ink'}>
            {ended ? '什么都问不到。' : `可以问：${placesWords(places)}里，谁可以做什么。`}
          </Text>
          <Text size="small" tone="quiet" className="g-verbatim__words">
            {`系统编号 ${id}`}
          </Text>
        </Stack>
        <Row gap={2} wrap>
          {ended ? null : (
            <Button
              variant="quiet"
              icon="channel"
              label={`对接设置：${name}`}
              onPress={() => goTo(pages.system, { client: id })}
            >
              对接设置
            </Button>
          )}
          <Button variant="quiet" icon="refresh" label={`${renew}：${name}`} onPress={() => setAsking('renew')}>
            {renew}
          </Button>
          {ended ? null : (
            <Button variant="text-danger" label={`停用：${name}`} onPress={() => setAsking('end')}>
              停用
            </Button>
          )}
        </Row>
      </Stack>
      <ConfirmSheet
        open={asking === 'renew'}
        title={`${renew}：${name}`}
        consequence={renewalWords(name, ended)}
        confirm={ended ? '重新接入，取得新密钥' : '更换，取得新密钥'}
        onClose={close}
        onConfirm={async () => {
          const told = await api.permissions.makeClient({ params: { clientId: id }, body: { name } })
          close()
          onTold(told)
        }}
      />
      <ConfirmSheet
        open={asking === 'end'}
        title={`停用：${name}`}
        consequence={endingWords(name)}
        confirm="停用"
        variant="danger"
        onClose={close}
        onConfirm={async () => {
          await api.permissions.endClient({ params: { clientId: id } })
          await onChanged()
          close()
          toast(`已停用“${name}”`)
        }}
      />
    </Card>
  )
}
