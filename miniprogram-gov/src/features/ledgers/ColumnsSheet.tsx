import { Box, Button, CheckboxList, Sheet } from '@zmht/shared/ui'
import type { ColumnChoice } from './useColumnChoice'

/** Which columns are shown, for this ledger on this device. */
export function ColumnsSheet({ choice, onClose }: { readonly choice: ColumnChoice; readonly onClose: () => void }) {
  return (
    <Sheet
      open
      wide
      title="显示哪些列"
      onClose={onClose}
      footer={
        <Button full onPress={onClose}>
          好了
        </Button>
      }
    >
      <Box className="g-many">
        <CheckboxList
          label="勾选要显示的"
          hint="名称总是显示。这里的选择只影响您自己，记在这台设备上；手机上每张卡片显示前四项。"
          options={choice.options.map(({ key, label }) => ({ value: key, label }))}
          values={choice.shown.map(({ key }) => key)}
          onChange={choice.show}
        />
      </Box>
    </Sheet>
  )
}
