import { Box } from '../primitives/Box'
import { Text } from '../primitives/Text'

/** One number, as large as it matters: what it is of, how much, and a line to it. */
export function NumberTile({
  label,
  value,
  unit,
  detail,
}: {
  readonly label: string
  /** As people read it: 「1,234」「少于 3」「—」. */
  readonly value: string
  readonly unit?: string | undefined
  readonly detail?: string | undefined
}) {
  return (
    <Box className="z-number" role="group" label={label}>
      <Text size="small" tone="quiet">
        {label}
      </Text>
      <Box className="z-number__line">
        <Text inline numeric className="z-number__value">
          {value}
        </Text>
        {unit ? (
          <Text inline size="large" tone="quiet">
            {unit}
          </Text>
        ) : null}
      </Box>
      {detail ? (
        <Text size="small" tone="quiet" numeric>
          {detail}
        </Text>
      ) : null}
    </Box>
  )
}
