import type { ChannelReply } from '@zmht/shared/contract'
import { Button, ConfirmSheet, toast, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { may, type Official } from '../session/official'
import { openServices } from './resources'

/** Offers a service of one's own to other systems, or takes it back. */
export function OpenButton({ me, channel }: { readonly me: Official; readonly channel: ChannelReply }) {
  const { data: services } = useResource(openServices, 'all')
  const [asking, setAsking] = useState(false)
  const isOwn = me.posts.some(({ organisation }) => organisation.id === channel.organisation.id)
  if (!isOwn || !may(me, 'channel.publish') || channel.version === undefined || services === undefined) return null
  const isOpen = services.some(({ channelId }) => channelId === channel.id)
  const words = isOpen ? '不再开放给其他系统' : '开放给其他系统'
  return (
    <>
      <Button full variant="quiet" onPress={() => setAsking(true)}>
        {words}
      </Button>
      <ConfirmSheet
        open={asking}
        title={words}
        consequence={
          isOpen
            ? '其他系统不能再送新的诉求进来，已经送来的照常办理。居民自己还能提交。'
            : '本市有 Open311 密钥的系统（如随手拍）都能按它送诉求进来，送来的和居民自己提交的一样办，随时可以收回。'
        }
        confirm={isOpen ? '不再开放' : '开放'}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await api.channels.openToSystems({ params: { channelId: channel.id }, body: { offered: !isOpen } })
          await openServices.refresh('all')
          setAsking(false)
          toast(isOpen ? '已收回' : '已开放')
        }}
      />
    </>
  )
}
