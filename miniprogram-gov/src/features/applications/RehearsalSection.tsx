import { type RehearsedStep, rehearse, type Spectator } from '@zmht/shared/applications'
import type { ApplicationContent } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  formatDue,
  nowInstant,
  Row,
  Section,
  SegmentedControl,
  Select,
  Stack,
  Tag,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'

/** 「试一试」: what would happen with three people who do not exist. Nothing is saved. */
export function RehearsalSection({ content }: { readonly content: ApplicationContent }) {
  const [open, setOpen] = useState(false)
  return (
    <Section title="试一试">
      <Card>
        {open ? (
          <Stories content={content} onClose={() => setOpen(false)} />
        ) : (
          <Stack gap={3}>
            <Text tone="quiet">请三位虚构的居民从头走一遍，看看居民、工作人员和管理者各看到什么。什么都不会保存。</Text>
            <Button full variant="quiet" icon="eye" onPress={() => setOpen(true)}>
              走一遍
            </Button>
          </Stack>
        )}
      </Card>
    </Section>
  )
}

const movers: Readonly<Record<RehearsedStep['by'], string>> = {
  resident: '居民',
  worker: '工作人员',
  partner: '承办单位',
  system: '系统自动',
}

const views: readonly { readonly value: Spectator; readonly label: string }[] = [
  { value: 'resident', label: '居民' },
  { value: 'worker', label: '工作人员' },
  { value: 'leader', label: '管理者' },
]

function Stories({ content, onClose }: { readonly content: ApplicationContent; readonly onClose: () => void }) {
  const now = useNow()
  const [at] = useState(nowInstant)
  const [view, setView] = useState<Spectator>('resident')
  const [who, setWho] = useState('0')
  const stories = rehearse(content, { at, organisation: '本单位' })
  const story = stories[Number(who)]
  // An organisation that takes part is on the working side.
  const seenIn = ({ sees }: RehearsedStep): string | undefined =>
    view === 'worker' ? (sees.worker ?? sees.partner) : sees[view]
  return (
    <Stack gap={4}>
      <Select
        label="跟着谁走"
        hint={story === undefined ? undefined : `虚构的居民，${story.about}`}
        options={stories.map((one, index) => ({
          value: String(index),
          label: `${one.who}：${one.supposes}`,
        }))}
        value={who}
        onChange={(next) => setWho(next ?? '0')}
      />
      <SegmentedControl label="从谁那里看" segments={views} value={view} onChange={setView} />
      {story === undefined || story.steps.length === 0 ? (
        <Text tone="quiet">没有一开通就开始的服务、任务或通知，所以现在什么都不会发生。</Text>
      ) : (
        <Box as="ol" role="list" label={`${story.who}的经过`} className="g-story">
          {story.steps.map((step, index) => {
            const seen = seenIn(step)
            return (
              <Box
                as="li"
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the story, and the same one may come twice
                key={index}
                className={step.wire === undefined ? 'g-story__step' : 'g-story__step g-story__step--wire'}
              >
                <Stack gap={1}>
                  <Row between wrap gap={2}>
                    <Text strong={seen !== undefined} tone={seen === undefined ? 'quiet' : 'ink'}>
                      {step.does}
                    </Text>
                    {step.wire === undefined ? null : <Tag tone="accent">自动</Tag>}
                  </Row>
                  <Text size="small" tone="quiet">
                    {`${movers[step.by]} · ${whenWords(step, now)}`}
                  </Text>
                  {seen === undefined ? null : <Text>{`看到：${seen}`}</Text>}
                </Stack>
              </Box>
            )
          })}
        </Box>
      )}
      <Button full variant="text" onPress={onClose}>
        收起
      </Button>
    </Stack>
  )
}

function whenWords({ when }: RehearsedStep, now: string): string {
  if ('by' in when) return `最晚${formatDue(when.by, now)}`
  return when.at === 'once' ? '马上' : '以后'
}
