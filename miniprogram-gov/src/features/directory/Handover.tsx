import type { OrganisationReply } from '@zmht/shared/contract'
import {
  type HandoverEvent,
  handoverCodes,
  handoverEvents,
  handovers,
  type Handover as Rule,
} from '@zmht/shared/permission'
import {
  Button,
  Card,
  KeyValue,
  Loaded,
  ProblemNotice,
  Section,
  Select,
  Sheet,
  Stack,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { type HandoverReply, handoverOf } from './resources'

const events = Object.keys(handoverEvents) as HandoverEvent[] // the keys of the very object the type is of

function whence({ id }: OrganisationReply, from: HandoverReply['from']): string {
  if (from === undefined) return '按系统默认的规则'
  return from.id === id ? '本单位自己的规则' : `按${from.name}的规则`
}

/** Who takes over open work here, and which organisation says so. */
export function Handover({ organisation }: { readonly organisation: OrganisationReply }) {
  const loaded = useResource(handoverOf, organisation.id)
  const [changing, setChanging] = useState(false)
  return (
    <Section
      title="工作交接规则"
      action={
        organisation.editable && loaded.data !== undefined ? (
          <Button variant="text" icon="edit" onPress={() => setChanging(true)}>
            修改交接规则
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {({ rules, from }) => (
          <Card>
            <Stack gap={3}>
              <KeyValue
                rows={events.map((event) => ({ key: handoverEvents[event], value: handovers[rules[event]] }))}
              />
              <Text size="small" tone="quiet">{`${whence(organisation, from)}，管到下级单位。`}</Text>
            </Stack>
          </Card>
        )}
      </Loaded>
      {changing && loaded.data !== undefined ? (
        <HandoverSheet organisation={organisation} reply={loaded.data} onClose={() => setChanging(false)} />
      ) : null}
    </Section>
  )
}

function HandoverSheet({
  organisation,
  reply,
  onClose,
}: {
  readonly organisation: OrganisationReply
  readonly reply: HandoverReply
  readonly onClose: () => void
}) {
  const [rules, setRules] = useState(reply.rules)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const saved = await api.permissions.saveHandover({
        params: { organisationId: organisation.id },
        body: { rules, edition: reply.edition },
      })
      handoverOf.put(organisation.id, saved)
      toast('交接规则已更新，从下一次变动起按它办')
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title="修改交接规则"
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full loading={busy} onPress={() => void save()}>
            保存规则
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{`${organisation.name}和没有自己规则的下级单位，以后按这里的规则交接手上没办完的事。`}</Text>
        {events.map((event) => (
          <Select<Rule>
            key={event}
            label={handoverEvents[event]}
            options={handoverCodes.map((code) => ({ value: code, label: handovers[code] }))}
            value={rules[event]}
            onChange={(code) => {
              if (code !== undefined) setRules((before) => ({ ...before, [event]: code }))
            }}
          />
        ))}
      </Stack>
    </Sheet>
  )
}
