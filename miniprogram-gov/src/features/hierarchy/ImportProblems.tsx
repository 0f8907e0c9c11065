import type { PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Button, Section, Text } from '@zmht/shared/ui'
import { Table } from '../frame/Table'
import { saveWorkbook } from '../sheets/workbook'
import type { ImportState } from './importer'
import { rowWords, sheetFieldNames, sheetFields } from './sheet'

/** The rows an import leaves out, each with its reason; to be downloaded as the same sheet. */
export function ImportProblems({
  place,
  state,
}: {
  readonly place: PlaceWithLineageReply
  readonly state: ImportState
}) {
  const byRow = new Map(state.rows.map((row) => [row.row, row]))
  const words = (row: number) => {
    const known = byRow.get(row)
    return known === undefined ? '' : rowWords(known)
  }
  const save = () =>
    saveWorkbook(
      `${shortName(place)}-没有导入的行.xlsx`,
      [
        ['行', '原因', ...sheetFields.map((field) => sheetFieldNames[field])],
        ...state.problems.map(({ row, message }) => [
          String(row),
          message,
          ...sheetFields.map((field) => byRow.get(row)?.[field] ?? ''),
        ]),
      ],
      [8, 40, 20, 12, 12, 12],
    )
  return (
    <Section
      title={`有问题的 ${state.problems.length} 行`}
      action={
        <Button variant="text" onPress={() => void save()}>
          下载这些行
        </Button>
      }
    >
      <Table
        label="有问题的行"
        columns={[
          { key: 'row', head: '行', narrow: true, numeric: true, cell: ({ row }) => String(row) },
          { key: 'words', head: '内容', cell: ({ row }) => words(row) },
          { key: 'message', head: '原因', cell: ({ message }) => message },
        ]}
        rows={state.problems.slice(0, 100)}
        keyOf={({ row, message }) => `${row}${message}`}
      />
      {state.problems.length > 100 ? (
        <Text
          size="small"
          tone="quiet"
          numeric
        >{`这里显示前 100 行，下载可以看到全部 ${state.problems.length} 行。`}</Text>
      ) : null}
    </Section>
  )
}
