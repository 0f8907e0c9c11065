import { Box, goTo, Pressable, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { CallButton } from './CallButton'
import type { Mark } from './marks'

/** A colleague, one card everywhere: who, on which post, where they are today; one tap calls, the name opens their page. */
export function ContactCard({
  id,
  name,
  phone,
  detail,
  marks = [],
  line = false,
}: {
  readonly id: string
  readonly name: string
  readonly phone: string
  /** Title and organisation; absent where the card stands under them. */
  readonly detail?: string | undefined
  readonly marks?: readonly Mark[]
  /** A line above; give it to every one of a list but the first. */
  readonly line?: boolean
}) {
  return (
    <Box className={line ? 'g-contact g-line' : 'g-contact'}>
      <Pressable className="g-contact__who" onPress={() => goTo(pages.official, { id })}>
        <Box hidden className="z-person__face">
          {[...name][0] ?? '?'}
        </Box>
        <Stack gap={1} grow>
          <Row gap={2} wrap>
            <Text inline size="large" strong className="g-nowrap">
              {name}
            </Text>
            {marks.map(({ words, tone }) => (
              <Tag key={words} tone={tone}>
                {words}
              </Tag>
            ))}
          </Row>
          {detail === undefined || detail === '' ? null : (
            <Text size="small" tone="quiet">
              {detail}
            </Text>
          )}
        </Stack>
      </Pressable>
      {phone === '' ? null : <CallButton name={name} phone={phone} />}
    </Box>
  )
}
