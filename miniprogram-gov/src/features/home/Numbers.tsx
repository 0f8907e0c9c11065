import { Box, Pressable, Text } from '@zmht/shared/ui'

export interface Figure {
  readonly key: string
  readonly label: string
  /** `20+` where only as many are known. */
  readonly value: string
  readonly tone?: 'ink' | 'danger' | 'accent'
  readonly onPress?: () => void
}

/** Numbers people act on, large; what they count, small. */
export function Numbers({ figures, label }: { readonly figures: readonly Figure[]; readonly label: string }) {
  return (
    <Box className="g-numbers" label={label} role="group">
      {figures.map((figure) => {
        const content = (
          <>
            <Text size="small" tone="quiet">
              {figure.label}
            </Text>
            <Text strong numeric tone={figure.tone ?? 'ink'} className="g-numbers__value">
              {figure.value}
            </Text>
          </>
        )
        return figure.onPress ? (
          <Pressable key={figure.key} className="g-numbers__one g-numbers__one--press" onPress={figure.onPress}>
            {content}
          </Pressable>
        ) : (
          <Box key={figure.key} className="g-numbers__one">
            {content}
          </Box>
        )
      })}
    </Box>
  )
}
