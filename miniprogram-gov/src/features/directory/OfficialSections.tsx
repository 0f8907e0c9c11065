import type { OfficialReply } from '@zmht/shared/contract'
import { isAwayOn } from '@zmht/shared/permission'
import { Box, Card, EmptyState, Row, Section, Stack, Tag, Text, Timeline, useNow } from '@zmht/shared/ui'
import { dayOf } from '@/lib/dates'
import { absenceWords } from './absences'
import { happeningStep } from './happenings'
import { tenureSteps } from './tenure'

/** The posts held, holding and to come. */
export function Tenures({ official }: { readonly official: OfficialReply }) {
  const today = dayOf(useNow())
  const steps = tenureSteps(official.posts, today)
  return (
    <Section title="岗位经历">
      <Card>
        {steps.length === 0 ? (
          <EmptyState icon="person" title="还没有任过岗位" detail="任职后会显示在这里。" />
        ) : (
          <Timeline label="岗位经历" steps={steps} />
        )}
      </Card>
    </Section>
  )
}

/** When somebody is away, now and later. */
export function Absences({ official }: { readonly official: OfficialReply }) {
  const today = dayOf(useNow())
  return (
    <Section title="休假">
      <Card>
        {official.absences.length === 0 ? (
          <Text tone="quiet">现在没有休假，也没有安排休假</Text>
        ) : (
          <Stack as="ul" gap={2} className="z-list" label="休假">
            {[...official.absences]
              .sort((one, other) => other.from.localeCompare(one.from))
              .map((absence) => (
                <Box as="li" key={`${absence.from}/${absence.until}`}>
                  <Row gap={2} wrap>
                    <Text inline numeric>
                      {absenceWords(absence, today)}
                    </Text>
                    {isAwayOn([absence], today) ? <Tag tone="amber">正在休假</Tag> : null}
                  </Row>
                </Box>
              ))}
          </Stack>
        )}
      </Card>
    </Section>
  )
}

/** What happened, why, and who recorded it. */
export function Happenings({ official }: { readonly official: OfficialReply }) {
  const now = useNow()
  const { history } = official
  return (
    <Section title="变动记录">
      <Card>
        {history.length === 0 ? (
          <EmptyState icon="clock" title="还没有变动记录" detail="任职、调动、晋升和休假办理后，会按日期记在这里。" />
        ) : (
          <Timeline label="变动记录" steps={history.map((one) => happeningStep(one, now, dayOf(now)))} />
        )}
      </Card>
    </Section>
  )
}
