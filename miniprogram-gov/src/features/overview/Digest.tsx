import { isPlaceId } from '@zmht/shared/geo'
import { dayInChina } from '@zmht/shared/knowledge'
import { Card, formatMoment, nowInstant, Section, Stack, Switch, Text, toast, useResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { ownDigest } from './resources'

/** 今早简报: what was told this morning; off until it is switched on. */
export function Digest({ place, name }: { readonly place: string; readonly name: string }) {
  const { data } = useResource(ownDigest, 'own')
  if (data === undefined) return null
  const now = nowInstant()
  const latest = data.latest !== undefined && dayInChina(data.latest.at) === dayInChina(now) ? data.latest : undefined
  const change = async (on: boolean) => {
    if (!isPlaceId(place)) return
    try {
      ownDigest.put('own', await api.overview.switchDigest({ body: { place, on } }))
      toast(on ? `已开启，每个工作日早上 8 点送来${name}的简报` : '已关闭简报')
    } catch {
      toast('没有保存，请再试一次')
    }
  }
  return (
    <Section title="今早简报">
      <Card>
        <Stack gap={3}>
          {latest === undefined ? null : (
            <Stack gap={1}>
              <Text>{latest.text}</Text>
              <Text size="small" tone="quiet">
                {formatMoment(latest.at, now)}
              </Text>
            </Stack>
          )}
          <Switch
            label="每个工作日早上 8 点给我一份简报"
            detail={
              data.on
                ? latest === undefined
                  ? '下一份在下个工作日早上。'
                  : undefined
                : `昨天新来和办结多少、哪里新超时，说的是${name}。`
            }
            on={data.on}
            onChange={(on) => void change(on)}
          />
        </Stack>
      </Card>
    </Section>
  )
}
