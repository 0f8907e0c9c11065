import {
  Card,
  EmptyState,
  formatWhen,
  PagedList,
  Row,
  Screen,
  Stack,
  Tag,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'

/** Who looked at what is sensitive of me, when and what for. */
export function LooksPage() {
  return <Gate>{() => <Looks />}</Gate>
}

function Looks() {
  const now = useNow()
  const knowledge = useKnowledge()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.permissions.looks({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  return (
    <Screen title="谁看过我的信息" back={pages.me}>
      <Text tone="quiet">
        身份证号、病史这样的敏感信息平时是打码的。工作人员要看，必须先写明理由，每一次都记在这里，谁也改不了。
      </Text>
      <PagedList
        paged={paged}
        label="查看记录"
        keyOf={({ id }) => id}
        render={({ name, title, purpose, attributes, at }) => (
          <Card>
            <Stack gap={2}>
              <Row between>
                <Text size="large" strong>
                  {name}
                </Text>
                <Text size="small" tone="quiet">
                  {formatWhen(at, now)}
                </Text>
              </Row>
              {title === '' ? null : <Text tone="quiet">{title}</Text>}
              <Text>{`理由：${purpose}`}</Text>
              <Row gap={2} wrap>
                {attributes.map((code) => (
                  <Tag key={code}>
                    {knowledge.attribute(code)?.name ?? (code === 'community' ? '所在社区' : '照片或文件')}
                  </Tag>
                ))}
              </Row>
            </Stack>
          </Card>
        )}
        empty={<EmptyState icon="check" title="还没有人看过" detail="有工作人员查看您的敏感信息时，会列在这里。" />}
      />
    </Screen>
  )
}
