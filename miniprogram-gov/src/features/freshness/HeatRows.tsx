import type { FreshnessReply, FreshnessSumsReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Box, Card, List, Pressable, Section, Stack, Text } from '@zmht/shared/ui'
import { completeOf, freshOf, isLow, sayRate } from './rates'

type Child = FreshnessReply['children'][number]

/** Places as rows, with how complete and how fresh each is: the shade says which need somebody, the number how much. Worst first. */
export function HeatRows({
  title,
  here,
  places,
  onPlace,
}: {
  readonly title: string
  readonly here: FreshnessSumsReply & { readonly name: string }
  readonly places: readonly Child[]
  readonly onPlace: (place: Child) => void
}) {
  const there = places.filter(({ rows }) => rows !== 0)
  const sorted = [...there].sort((one, other) => worthOf(one) - worthOf(other))
  return (
    <Section title={title}>
      <Card flush>
        <Box className="z-list-row">
          <Heat name="地点" complete="完整率" fresh="新鲜率" />
        </Box>
        <Box className="z-list-row z-list-row--line">
          <HeatOf name={`${here.name}合计`} sums={here} />
        </Box>
        <List label={title}>
          {sorted.map((child) => (
            <Pressable key={child.id} className="z-list-row z-list-row--line" onPress={() => onPlace(child)}>
              <HeatOf name={shortName(child)} sums={child} />
            </Pressable>
          ))}
        </List>
      </Card>
      {places.length > there.length ? (
        <Text size="small" tone="quiet">{`另有 ${places.length - there.length} 处还没有登记。`}</Text>
      ) : null}
    </Section>
  )
}

const worthOf = (sums: FreshnessSumsReply): number => (completeOf(sums) ?? 200) + (freshOf(sums) ?? 200)

function HeatOf({ name, sums }: { readonly name: string; readonly sums: FreshnessSumsReply }) {
  const [complete, fresh] = [completeOf(sums), freshOf(sums)]
  return (
    <Box className="g-heat">
      <Stack gap={1}>
        <Text>{name}</Text>
        <Text size="small" tone="quiet" numeric>
          {sums.rows === undefined ? '太少，不显示' : `${sums.rows} 条，${sums.stale ?? 0} 项过期`}
        </Text>
      </Stack>
      <Cell rate={complete} what="完整率" />
      <Cell rate={fresh} what="新鲜率" />
    </Box>
  )
}

function Cell({ rate, what }: { readonly rate: number | undefined; readonly what: string }) {
  const shade = rate === undefined ? ' g-heat__cell--none' : isLow(rate) ? ' g-heat__cell--low' : ''
  return (
    <Box className={`g-heat__cell${shade}`}>
      <Text inline className="z-visually-hidden">
        {what}
      </Text>
      <Text inline numeric strong={isLow(rate)}>
        {sayRate(rate)}
      </Text>
    </Box>
  )
}

/** The heads of the columns. */
function Heat({ name, complete, fresh }: { readonly name: string; readonly complete: string; readonly fresh: string }) {
  return (
    <Box className="g-heat">
      {[name, complete, fresh].map((head) => (
        <Text key={head} size="small" tone="quiet">
          {head}
        </Text>
      ))}
    </Box>
  )
}
