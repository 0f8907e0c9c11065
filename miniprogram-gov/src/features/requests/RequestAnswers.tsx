import type { RequestReply } from '@zmht/shared/contract'
import {
  AnswerFiles,
  Button,
  Card,
  Heading,
  KeyValue,
  Notice,
  Row,
  requestFilesOf,
  Section,
  Stack,
  Tag,
  Text,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { api } from '@/lib/api'
import { PurposeSheet } from '../ledger/PurposeSheet'
import { usePictures } from './usePictures'

/** What was filled in. What is sensitive is hidden until somebody says what they look at it for; it is hidden again when the page is left. */
export function RequestAnswers({ request: found }: { readonly request: RequestReply }) {
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<{ readonly answers: RequestReply['answers']; readonly purpose: string }>()
  const files = useMemo(() => requestFilesOf(api, found.id, whole?.purpose), [found.id, whole?.purpose])
  const pictures = usePictures(found)
  const look = async (purpose: string) => {
    const { answers } = await api.channels.wholeRequest({ params: { requestId: found.id }, query: { purpose } })
    setWhole({ answers, purpose })
    setAsking(false)
  }
  const { answers } = whole ?? found
  const isHidden = answers.some(({ items }) => items.some(({ onPurpose }) => onPurpose === true))
  return (
    <Section title={found.applicant === undefined ? '居民填写的内容' : '单位填写的内容'}>
      {whole === undefined ? null : (
        <Notice title="正在显示完整内容">{`查看理由「${whole.purpose}」已经留下记录，离开本页后恢复隐藏。`}</Notice>
      )}
      {answers.map((part) => (
        <Card key={`${part.subject} ${part.items.map((item) => item.text).join(' ')}`} label={part.subject}>
          <Stack gap={1}>
            <Heading level={3}>{part.subject}</Heading>
            <KeyValue
              rows={part.items.map((item) => ({
                key: item.label,
                value: item.masked ? (
                  <Row gap={2} wrap>
                    <Text inline numeric>
                      {item.text}
                    </Text>
                    <Tag>已隐藏部分</Tag>
                  </Row>
                ) : item.files === undefined ? (
                  item.text
                ) : (
                  <AnswerFiles item={item} store={files} below={pictures.markOf} />
                ),
              }))}
            />
          </Stack>
        </Card>
      ))}
      {isHidden ? (
        <Row>
          <Button variant="quiet" icon="eye" onPress={() => setAsking(true)}>
            查看完整内容
          </Button>
        </Row>
      ) : null}
      {asking ? <PurposeSheet look={look} onClose={() => setAsking(false)} /> : null}
      {pictures.sheet}
    </Section>
  )
}
