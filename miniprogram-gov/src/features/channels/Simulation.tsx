import type { ChannelReply } from '@zmht/shared/contract'
import { isOver, type Onlooker, type SimulatedStep, saySlot, simulate } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  formatDue,
  RequestStateTag,
  Row,
  Section,
  SegmentedControl,
  Select,
  Stack,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'

const onlookers: Readonly<Record<Onlooker, string>> = {
  resident: '居民看到',
  worker: '社区看到',
  partner: '承办单位看到',
}

/** 「先试办一遍」: what would follow from a submission, step by step, and what each of those concerned sees. Nothing is saved. */
export function Simulation({ channel: data }: { readonly channel: ChannelReply }) {
  const [open, setOpen] = useState(false)
  return (
    <Section title="先试办一遍">
      {open ? (
        <Steps channel={data} onClose={() => setOpen(false)} />
      ) : (
        <Card>
          <Stack gap={3}>
            <Text tone="quiet">看看居民提交以后，每一步谁会看到什么、最晚哪天。只是试，什么都不会保存。</Text>
            <Button full variant="quiet" icon="eye" onPress={() => setOpen(true)}>
              试办一遍
            </Button>
          </Stack>
        </Card>
      )}
    </Section>
  )
}

function Steps({ channel: data, onClose }: { readonly channel: ChannelReply; readonly onClose: () => void }) {
  const now = useNow()
  const at = now
  const slots = data.booking?.slots.filter((slot) => !isOver(slot, at)) ?? []
  const [chosen, setChosen] = useState(slots[0]?.id)
  const [full, setFull] = useState<'room' | 'full'>('room')
  const slot = slots.find(({ id }) => id === chosen)
  const steps = simulate(data, {
    at,
    organisation: data.organisation.name,
    full: full === 'full',
    ...(slot === undefined ? {} : { slot }),
  })
  return (
    <Card>
      <Stack gap={4}>
        {slots.length > 0 ? (
          <Stack gap={3}>
            <Select
              label="假设居民约"
              options={slots.map((one) => ({ value: one.id, label: saySlot(one, at) }))}
              value={chosen}
              onChange={setChosen}
            />
            <SegmentedControl<'room' | 'full'>
              label="那时候"
              value={full}
              segments={[
                { value: 'room', label: '还有名额' },
                { value: 'full', label: '已经约满' },
              ]}
              onChange={setFull}
            />
          </Stack>
        ) : null}
        <Box as="ol" role="list" label="每一步" className="g-slots">
          {steps.map((step, index) => (
            <Box as="li" key={step.action}>
              <Step step={step} number={index + 1} now={now} />
            </Box>
          ))}
        </Box>
        <Button full variant="text" onPress={onClose}>
          收起
        </Button>
      </Stack>
    </Card>
  )
}

const movers: Readonly<Record<SimulatedStep['by'], string>> = {
  resident: '居民',
  worker: '社区工作人员',
  partner: '承办单位',
  system: '系统自动',
}

function Step({ step, number, now }: { readonly step: SimulatedStep; readonly number: number; readonly now: string }) {
  const { when } = step
  const time = 'by' in when ? `最晚${formatDue(when.by, now)}` : when.at === 'once' ? '马上' : '以后'
  return (
    <Card tone="sunken" label={`第 ${number} 步`}>
      <Stack gap={2}>
        <Row between wrap gap={2}>
          <Text strong>{`${number}. ${movers[step.by]}`}</Text>
          <Row gap={2}>
            <Text size="small" tone="quiet">
              {time}
            </Text>
            <RequestStateTag state={step.state} />
          </Row>
        </Row>
        {(['resident', 'worker', 'partner'] as const).map((who) =>
          step.sees[who] === undefined ? null : <Text key={who}>{`${onlookers[who]}：${step.sees[who]}`}</Text>,
        )}
      </Stack>
    </Card>
  )
}
