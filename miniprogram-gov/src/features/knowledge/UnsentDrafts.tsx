import { Button, Card, goTo, List, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { forgetDraft, keepDraft, type LocalDraft, useDrafts } from './local-drafts'

/** Revisions begun on this device and not sent: they can be gone on with. */
export function UnsentDrafts({ me }: { readonly me: Official }) {
  const drafts = useDrafts(me.id)
  const [dropped, setDropped] = useState<LocalDraft>()
  if (drafts.length === 0 && dropped === undefined) return null
  return (
    <Section title="还没提交的">
      <Card flush>
        <List label="还没提交的修订">
          {drafts.map((one, index) => (
            <Row key={one.id} between gap={3} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Stack gap={1} grow>
                <Text>{titleOf(one)}</Text>
                <Text size="small" tone="quiet" numeric>
                  {`${one.draft.changes.length} 处改动，存在这台设备上`}
                </Text>
              </Stack>
              <Row gap={1}>
                <Button
                  variant="text-danger"
                  label={`丢弃：${titleOf(one)}`}
                  onPress={() => {
                    setDropped(one)
                    forgetDraft(one.id)
                  }}
                >
                  丢弃
                </Button>
                <Button
                  variant="quiet"
                  label={`接着写：${titleOf(one)}`}
                  onPress={() => goTo(pages.propose, { id: one.id })}
                >
                  接着写
                </Button>
              </Row>
            </Row>
          ))}
          {dropped === undefined ? null : (
            <Row between gap={3} className={drafts.length > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Text tone="quiet">{`已丢弃“${titleOf(dropped)}”`}</Text>
              <Button
                variant="text"
                icon="undo"
                onPress={() => {
                  keepDraft(dropped)
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

const titleOf = ({ draft, proposed }: LocalDraft) =>
  draft.title.trim() === '' ? '没有标题的修订' : proposed ? `${draft.title}（修改）` : draft.title
