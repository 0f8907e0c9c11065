import type { AnswerableReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import type { Duty } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  Loaded,
  Row,
  Section,
  Select,
  Stack,
  Text,
  toast,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { call } from '@/lib/phone'
import { type Column, Table } from '../frame/Table'
import type { Official } from '../session/official'
import { DutySheet } from './DutySheet'
import { dutiesOf } from './resources'
import { mayAt } from './rights'

type Held = AnswerableReply & { readonly holder: NonNullable<AnswerableReply['holder']> }
const isHeld = (one: AnswerableReply): one is Held => one.holder !== undefined

/** Who is answerable here, for every duty, one tap from their telephone. */
export function Duties({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const loaded = useResource(dutiesOf, place.id)
  const [changing, setChanging] = useState<AnswerableReply>()
  const write = mayAt(me, 'duty.write', place)
  return (
    <Section title="谁负责这里">
      <Loaded of={loaded}>
        {(all) => {
          const held = all.filter(isHeld)
          const open = all.filter((one) => !isHeld(one))
          return (
            <Stack gap={3}>
              {held.length === 0 ? (
                <Card>
                  <EmptyState
                    icon="person"
                    title="还没有明确负责的单位"
                    detail="指定以后，事情会直接送到负责的单位。"
                  />
                </Card>
              ) : (
                <HeldDuties held={held} place={place} onChange={write ? setChanging : undefined} />
              )}
              {open.length > 0 && held.length > 0 ? (
                <Text size="small" tone="quiet">{`还没有明确：${open.map(({ name }) => name).join('、')}`}</Text>
              ) : null}
              {write && open.length > 0 ? <OpenDuty open={open} onChoose={setChanging} /> : null}
            </Stack>
          )
        }}
      </Loaded>
      {changing === undefined ? null : (
        <DutySheet
          me={me}
          place={place}
          duty={changing}
          onClose={() => setChanging(undefined)}
          onDone={(words) => {
            setChanging(undefined)
            void dutiesOf.refresh(place.id)
            toast(words)
          }}
        />
      )}
    </Section>
  )
}

/** As many are shown at first; most often the first is what one looks for. */
const fewDuties = 5

function HeldDuties({
  held,
  place,
  onChange,
}: {
  readonly held: readonly Held[]
  readonly place: PlaceWithLineageReply
  readonly onChange: ((duty: AnswerableReply) => void) | undefined
}) {
  const wide = useWide()
  const [all, setAll] = useState(false)
  const rows = all ? held : held.slice(0, fewDuties)
  const where = (one: Held) => (one.holder.place.id === place.id ? '' : `按${shortName(one.holder.place)}`)
  const acts = (one: Held) => {
    const contact = one.holder.contacts[0]
    return (
      <Row gap={1}>
        {contact === undefined ? null : (
          <Button
            variant="text"
            icon="phone"
            label={`${one.name}：打电话给${contact.title}${contact.name}`}
            onPress={() => call(contact.phone)}
          >
            {contact.name}
          </Button>
        )}
        {onChange === undefined ? null : (
          <Button variant="text" label={`变更${one.name}`} onPress={() => onChange(one)}>
            变更
          </Button>
        )}
      </Row>
    )
  }
  const columns: readonly Column<Held>[] = [
    { key: 'duty', head: '职责', narrow: true, cell: (one) => one.name },
    { key: 'who', head: '单位', cell: (one) => one.holder.organisation.name },
    { key: 'where', head: '依据', narrow: true, cell: where },
    { key: 'acts', head: '联系和变更', narrow: true, cell: acts },
  ]
  const more =
    held.length > fewDuties ? (
      <Button variant="text" expanded={all} onPress={() => setAll(!all)}>
        {all ? '收起' : `看全部 ${held.length} 项职责`}
      </Button>
    ) : null
  if (wide) {
    return (
      <Stack gap={1}>
        <Table label="各项职责" columns={columns} rows={rows} keyOf={(one) => one.duty} />
        {more}
      </Stack>
    )
  }
  return (
    <Stack gap={1}>
      <Card flush>
        <List label="各项职责">
          {rows.map((one, index) => (
            <Box key={one.duty} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Stack gap={1}>
                <Text size="small" tone="quiet">
                  {[one.name, where(one)].filter(Boolean).join(' · ')}
                </Text>
                <Text>{one.holder.organisation.name}</Text>
                {acts(one)}
              </Stack>
            </Box>
          ))}
        </List>
      </Card>
      {more}
    </Stack>
  )
}

function OpenDuty({
  open,
  onChoose,
}: {
  readonly open: readonly AnswerableReply[]
  readonly onChoose: (duty: AnswerableReply) => void
}) {
  const [duty, setDuty] = useState<Duty>()
  const chosen = open.find((one) => one.duty === duty)
  return (
    <Row gap={2} className="g-duty">
      <Box className="z-grow">
        <Select
          label="指定负责的单位"
          placeholder="选一项职责"
          options={open.map((one) => ({ value: one.duty, label: one.name }))}
          value={duty}
          onChange={setDuty}
        />
      </Box>
      <Button variant="quiet" disabled={chosen === undefined} onPress={() => chosen && onChoose(chosen)}>
        指定
      </Button>
    </Row>
  )
}
