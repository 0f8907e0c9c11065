import { createResource, Section, Stack, Text, useResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { Numbers } from '../home/Numbers'
import { placeIdIn } from '../home/resources'
import { perForm, shareAgain } from './burden-words'

/** `channel/place`. */
const channelBurden = createResource((key: string) => {
  const [channelId = '', place = ''] = key.split('/')
  return api.channels.burden({ params: { channelId }, query: { place: placeIdIn(place) } })
})

/** 填报负担: what filling in a form is for those who ask for it. Nothing before anybody did. */
export function BurdenCard({ id, place }: { readonly id: string; readonly place: string }) {
  const { data } = useResource(channelBurden, `${id}/${place}`)
  if (data === undefined || data.forms === 0) return null
  const again = shareAgain(data)
  return (
    <Section title="填报负担">
      <Stack gap={2}>
        <Numbers
          label="填报负担"
          figures={[
            { key: 'asked', label: '每份平均问几项', value: perForm(data.asked, data.forms) },
            { key: 'known', label: '已经知道几项', value: perForm(data.known, data.forms), tone: 'accent' },
            { key: 'typed', label: '要填几项', value: perForm(data.typed + data.changed, data.forms) },
            ...(again === undefined ? [] : [{ key: 'again', label: '再次办理不用再填', value: again }]),
          ]}
        />
        <Text size="small" tone="quiet">
          {again === undefined
            ? `按 ${data.forms} 份自己填的申请计算，还没有人第二次办。`
            : `按 ${data.forms} 份自己填的申请计算，其中 ${data.again.forms} 份是再次办理；“不用再填”看的是人、单位和事物的资料，不含这一次要说的事。`}
        </Text>
      </Stack>
    </Section>
  )
}
