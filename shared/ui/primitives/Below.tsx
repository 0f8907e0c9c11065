import type { ReactNode } from 'react'
import { Box } from './Box'
import { Text, type TextTone } from './Text'

/** An input with a word below it that changes as one types. `spoken`: worth saying aloud, not only seeing. */
export function Below({
  words,
  tone = 'quiet',
  spoken,
  children,
}: {
  readonly words: string | undefined
  readonly tone?: TextTone
  readonly spoken?: boolean
  readonly children: ReactNode
}) {
  return (
    <Box className="z-below">
      {children}
      <Box {...(spoken ? { live: 'polite' as const } : {})}>
        {words ? (
          <Text size="small" tone={tone} numeric className="z-below__words">
            {words}
          </Text>
        ) : null}
      </Box>
    </Box>
  )
}
