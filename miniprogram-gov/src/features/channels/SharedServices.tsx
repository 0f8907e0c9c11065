import { procedureNames } from '@zmht/shared/rules'
import { Box, Card, MoreOfList, Section, Stack, Tag, Text, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { CopyButton } from './ChannelCare'

/** Services that other organisations of the city let one begin from; nothing where there are none. */
export function SharedServices() {
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.channels.sharedChannels({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  if (paged.items.length === 0) return null
  return (
    <Section title="照着本市其他单位的建">
      <Box as="ul" role="list" label="本市其他单位的服务" className="g-templates">
        {paged.items.map((one) => (
          <Box as="li" key={one.id}>
            <Card>
              <Stack gap={2}>
                <Text size="large" strong>
                  {one.title}
                </Text>
                <Text tone="quiet">{`${one.summary} · ${one.organisation}`}</Text>
                <Tag tone="accent">{procedureNames[one.procedure]}</Tag>
                <CopyButton id={one.id} words="复制成本单位的草稿" />
              </Stack>
            </Card>
          </Box>
        ))}
      </Box>
      <MoreOfList paged={paged} />
    </Section>
  )
}
