import { Box, Button, Card, List, Row, Switch } from '@zmht/shared/ui'

/** Things that stand in an order, each shown or not: switched, and moved up and down by buttons. */
export function OrderList<T extends string>({
  label,
  all,
  shown,
  nameOf,
  onShow,
  onMove,
}: {
  readonly label: string
  /** Those that are shown first, in their order; then the others. */
  readonly all: readonly T[]
  readonly shown: readonly T[]
  readonly nameOf: (one: T) => string
  readonly onShow: (one: T, on: boolean) => void
  readonly onMove: (one: T, step: -1 | 1) => void
}) {
  return (
    <Card>
      <List label={label} gap>
        {all.map((one) => {
          const at = shown.indexOf(one)
          return (
            <Row key={one} between gap={3}>
              <Box className="z-grow">
                <Switch label={nameOf(one)} on={at >= 0} onChange={(on) => onShow(one, on)} />
              </Box>
              <Row gap={1}>
                <Button variant="text" label={`上移${nameOf(one)}`} disabled={at < 1} onPress={() => onMove(one, -1)}>
                  上移
                </Button>
                <Button
                  variant="text"
                  label={`下移${nameOf(one)}`}
                  disabled={at < 0 || at === shown.length - 1}
                  onPress={() => onMove(one, 1)}
                >
                  下移
                </Button>
              </Row>
            </Row>
          )
        })}
      </List>
    </Card>
  )
}
