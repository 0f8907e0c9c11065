import { Button, Card, goTo, Icon, ListRow, Row, Sheet, Stack, Tag, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { chooseHome, type Home } from '../homes/currentHome'
import type { Resident } from '../session/resident'

/** Where I am: the place whose services are shown, and the way to another of my homes. */
export function HomeCard({ me, home }: { readonly me: Resident; readonly home: Home }) {
  const [choosing, setChoosing] = useState(false)
  return (
    <Card tone="accent">
      <Row between top>
        <Stack gap={1} grow>
          <Row gap={2}>
            <Icon name="place" className="z-text--accent" />
            <Text inline size="small" tone="accent" strong>
              {home.community}
            </Text>
            <Tag>{home.label}</Tag>
          </Row>
          <Text size="title" strong>
            {home.tail}
          </Text>
        </Stack>
        {me.homes.length > 1 ? (
          <Button variant="text" onPress={() => setChoosing(true)}>
            切换
          </Button>
        ) : null}
      </Row>
      <Sheet open={choosing} title="看哪里的服务" onClose={() => setChoosing(false)}>
        {me.homes.map((other, index) => (
          <ListRow
            key={other.placeId}
            line={index > 0}
            title={other.tail}
            detail={`${other.label} · ${other.community}`}
            end={other.placeId === home.placeId ? '正在看' : undefined}
            onPress={() => {
              chooseHome(other)
              setChoosing(false)
            }}
          />
        ))}
        <ListRow line icon="plus" title="添加或更改地址" onPress={() => goTo(pages.homes)} />
      </Sheet>
    </Card>
  )
}
