import { Button, Card, goTo, List, Row, Section, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { forgetDraft, keepDraft, type LocalDraft, useDrafts } from './local-drafts'

const titleOf = ({ draft, edition }: LocalDraft) =>
  `${draft.name.trim() === '' ? '没有名称的规则' : draft.name.trim()}${edition === 0 ? '' : '（修改）'}`

/** Rules begun on this device and not saved: they can be gone on with. */
export function UnsavedDrafts({ me }: { readonly me: Official }) {
  const drafts = useDrafts(me.id)
  const [dropped, setDropped] = useState<LocalDraft>()
  if (drafts.length === 0 && dropped === undefined) return null
  return (
    <Section title="还没保存的草稿">
      <Card flush>
        <List label="还没保存的草稿">
          {drafts.map((one, index) => (
            <Row key={one.id} between gap={3} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Text>{titleOf(one)}</Text>
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
                  onPress={() => goTo(pages.grantDraft, { id: one.id })}
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
