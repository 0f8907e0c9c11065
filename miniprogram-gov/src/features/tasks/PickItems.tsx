import type { ItemCardReply } from '@zmht/shared/contract'
import { Box, Button, CheckboxList, Notice, type Paged } from '@zmht/shared/ui'

/** Items to do one thing to together, a page at a time, and why some were left as they are. */
export function PickItems({
  paged,
  picked,
  left,
  onChange,
}: {
  readonly paged: Paged<ItemCardReply>
  readonly picked: readonly string[]
  /** A sentence for each that was left. */
  readonly left: readonly string[]
  readonly onChange: (picked: readonly string[]) => void
}) {
  return (
    <>
      <CheckboxList
        label="选要处理的"
        options={paged.items.map(({ id, name, place, note }) => ({
          value: id,
          label: `${name} · ${place}`,
          ...(note === undefined ? {} : { detail: note }),
        }))}
        values={picked}
        onChange={onChange}
      />
      {paged.more ? (
        <Box>
          <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
            再看一些
          </Button>
        </Box>
      ) : null}
      {[...new Set(left)].map((message) => (
        <Notice key={message} tone="amber">
          {`${left.filter((one) => one === message).length} 项：${message}`}
        </Notice>
      ))}
    </>
  )
}
