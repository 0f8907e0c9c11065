import { Box } from '../primitives/Box'
import { Text } from '../primitives/Text'

/** The numbers of a picture as they are: a table in a browser, a list of rows in a mini-program. */
export function ChartTable({
  label,
  cells,
}: {
  readonly label: string
  /** Heads first. */
  readonly cells: readonly (readonly string[])[]
}) {
  const [heads = [], ...rows] = cells
  if (process.env.TARO_ENV === 'h5') {
    return (
      // Wider than a phone it scrolls; by the keyboard too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      <section className="z-chart__table" aria-label={`${label}的表格`} tabIndex={0}>
        <table className="z-chart__grid" aria-label={label}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="z-chart__cell z-chart__cell--head">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key={heads[column]} scope="row" className="z-chart__cell z-chart__cell--name">
                      {cell}
                    </th>
                  ) : (
                    <td key={heads[column]} className="z-chart__cell">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )
  }
  return (
    <Box label={label} className="z-chart__rows">
      {rows.map((row, at) => (
        <Box
          key={at}
          className="z-chart__row"
          label={row.map((cell, column) => (column === 0 ? cell : `${heads[column] ?? ''} ${cell}`)).join('，')}
        >
          <Text inline>{row[0] ?? ''}</Text>
          <Box className="z-chart__cells">
            {row.slice(1).map((cell, column) => (
              <Text key={heads[column + 1]} inline numeric>
                {row.length > 2 ? `${heads[column + 1] ?? ''} ${cell}` : cell}
              </Text>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
