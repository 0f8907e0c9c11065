import type { RowReply } from '@zmht/shared/contract'
import { Icon, Row, Text } from '@zmht/shared/ui'

/** A value in a row; shown in part only, it is marked so; what nobody has said, or the reader may not see, is a dash. */
export function CellText({ cell }: { readonly cell: RowReply['cells'][string] | undefined }) {
  if (cell === undefined || cell.text === '') {
    return (
      <Text inline className="g-none">
        —
      </Text>
    )
  }
  if (!cell.masked) return <>{cell.text}</>
  return (
    <Row gap={1}>
      <Icon name="shield" className="z-text--quiet" />
      <Text inline numeric className="g-masked">
        {cell.text}
      </Text>
    </Row>
  )
}
