import { Button, Card, List, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import type { Kept, LocalDrafts } from '@/lib/local-drafts'

/** What was begun on this device and is not sent: it can be gone on with, or dropped, and taken back. */
export function DraftList<T extends Kept>({
  title,
  label,
  drafts,
  by,
  titleOf,
  aboutOf,
  onOpen,
}: {
  readonly title: string
  readonly label: string
  readonly drafts: LocalDrafts<T>
  /** Whose. */
  readonly by: string
  readonly titleOf: (draft: T) => string
  readonly aboutOf: (draft: T) => string
  readonly onOpen: (draft: T) => void
}) {
  const begun = drafts.useDrafts(by)
  const [dropped, setDropped] = useState<T>()
  if (begun.length === 0 && dropped === undefined) return null
  return (
    <Section title={title}>
      <Card flush>
        <List label={label}>
          {begun.map((one, index) => (
            <Row key={one.id} between gap={3} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Stack gap={1} grow>
                <Text>{titleOf(one)}</Text>
                <Text size="small" tone="quiet" numeric>
                  {aboutOf(one)}
                </Text>
              </Stack>
              <Row gap={1}>
                <Button
                  variant="text-danger"
                  label={`丢弃：${titleOf(one)}`}
                  onPress={() => {
                    setDropped(one)
                    drafts.forget(one.id)
                  }}
                >
                  丢弃
                </Button>
                <Button variant="quiet" label={`接着写：${titleOf(one)}`} onPress={() => onOpen(one)}>
                  接着写
                </Button>
              </Row>
            </Row>
          ))}
          {dropped === undefined ? null : (
            <Row between gap={3} className={begun.length > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Text tone="quiet">{`已丢弃“${titleOf(dropped)}”`}</Text>
              <Button
                variant="text"
                icon="undo"
                onPress={() => {
                  drafts.keep(dropped)
                  setDropped(undefined)
                }}
              >
                撤销
              </Button>
            </Row>
          )}
        </List>
      </Card>
    </Section>
  )
}
