import { Heading, Stack, Text } from '@zmht/shared/ui'
import { guideline } from './guideline'

export function GuidelineText() {
  return (
    <Stack gap={4}>
      {guideline.map((part) => (
        <Stack key={part.title} gap={1}>
          <Heading level={2}>{part.title}</Heading>
          <Text>{part.text}</Text>
        </Stack>
      ))}
    </Stack>
  )
}
