import type { UnitsReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { doneOf } from '@zmht/shared/rules'
import { Card, ProgressBar, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { rateWords } from './words'

/** 平级单位: how far the places beside are, in the order of the tree. Numbers alone: none of it opens. */
export function Beside({ all }: { readonly all: NonNullable<UnitsReply['beside']> }) {
  if (all.length === 0) return null
  return (
    <Section title="平级单位的进度">
      <Card>
        <Stack gap={4}>
          {all.map((place) => {
            const { done, total } = doneOf(place.groups)
            return (
              <Stack key={place.id} gap={1}>
                <Row between gap={3}>
                  <Text>{shortName(place)}</Text>
                  <Text size="small" numeric>{`${rateWords(place.groups)} · 共 ${total} 项`}</Text>
                </Row>
                <ProgressBar label={`${shortName(place)}已完成`} done={done} total={total} />
              </Stack>
            )
          })}
        </Stack>
      </Card>
    </Section>
  )
}
