import { shortName } from '@zmht/shared/geo'
import { Card, EmptyState, formatWhen, goTo, PagedList, Row, Stack, Tag, Text, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { correctionWords } from './words'

export function CorrectionsPage() {
  return <Gate>{(me) => <Corrections me={me} />}</Gate>
}

/** What workers of the city decided appeals are about: by it the routing learns. */
function Corrections({ me }: { readonly me: Official }) {
  const place = territoriesOf(me).find(({ level }) => level === 'city' || level === 'province')
  return (
    <OfficialScreen me={me} title="改派记录" current={pages.channels} back={pages.channels}>
      {place === undefined || !may(me, 'statistics.read') ? (
        <EmptyState icon="shield" title="这里看的是全市的记录" detail="由市里统筹诉求办理的单位查看。" />
      ) : (
        <Stack gap={4}>
          <Text tone="quiet" className="g-prose">
            {`${shortName(place)}的工作人员认定诉求是哪方面的事，都记在这里，最近的在前。系统跟着学，下一次转得更准。这里没有居民写的话。`}
          </Text>
          <Of place={place.id} />
        </Stack>
      )}
    </OfficialScreen>
  )
}

function Of({ place }: { readonly place: ReturnType<typeof territoriesOf>[number]['id'] }) {
  const now = useNow()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) =>
        api.channels.corrections({ query: { place, ...(cursor === undefined ? {} : { cursor }) } }),
      [place],
    ),
  )
  return (
    <PagedList
      paged={paged}
      label="改派记录"
      keyOf={(one) => one.requestId}
      render={(one) => {
        const { title, tag, tone } = correctionWords(one)
        return (
          <Card onPress={() => goTo(pages.request, { id: one.requestId })}>
            <Stack gap={1}>
              <Row between gap={3}>
                <Text strong>{title}</Text>
                <Tag tone={tone}>{tag}</Tag>
              </Row>
              <Text size="small" tone="quiet" numeric>
                {[one.by, formatWhen(one.at, now)].filter(Boolean).join(' · ')}
              </Text>
            </Stack>
          </Card>
        )
      }}
      empty={<EmptyState icon="channel" title="还没有记录" detail="工作人员改派或办结一件诉求以后，这里就会有。" />}
    />
  )
}
