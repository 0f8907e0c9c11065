import { BarList, Button, Card, Section } from '@zmht/shared/ui'
import { useState } from 'react'

/** So many bars stand there at once; one more is not worth a button. */
const first = 3

/** Counts as small bars, the longest first; pressing one asks about that class alone. */
export function Counted({
  title,
  counts,
  onPress,
}: {
  readonly title: string
  readonly counts: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly onPress?: (key: string) => void
}) {
  const [open, setOpen] = useState(false)
  const sorted = [...counts].sort((one, other) => other.count - one.count)
  const shown = open || sorted.length <= first + 1 ? sorted : sorted.slice(0, first)
  if (counts.length === 0) return null
  return (
    <Section title={title}>
      <Card>
        <BarList
          label={title}
          unit=" 人"
          bars={shown.map(({ key, name, count }) => ({
            key,
            name,
            count,
            ...(onPress === undefined ? {} : { onPress: () => onPress(key) }),
          }))}
        />
        {sorted.length > shown.length ? (
          <Button
            variant="text"
            icon="down"
            label={`显示全部 ${sorted.length} 项，${title}`}
            onPress={() => setOpen(true)}
          >
            {`显示全部 ${sorted.length} 项`}
          </Button>
        ) : null}
      </Card>
    </Section>
  )
}
