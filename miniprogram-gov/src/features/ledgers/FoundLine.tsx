import { Box, Text } from '@zmht/shared/ui'

/** How many there are of what a list is narrowed to by its columns. */
export interface Found {
  readonly total: number
  readonly unseen: number
}

export function FoundLine({ found: { total, unseen } }: { readonly found: Found }) {
  return (
    <Box role="status" live="polite">
      <Text size="small" tone="quiet">
        {`符合的共 ${total} 个${unseen === 0 ? '' : `；另有 ${unseen} 个您只能看到一部分，没有参加筛选`}`}
      </Text>
    </Box>
  )
}
