import type { Form } from '@zmht/shared/controls'
import { Box, Button, Checkbox, Row, Stack, Text } from '@zmht/shared/ui'
import { controlWords } from './control-words'
import { copyChoices } from './copy-fields'

/** The fields of another form, to be ticked; what is asked already is told and stays out. */
export function FieldTicks({
  target,
  source,
  ticked,
  onChange,
}: {
  readonly target: Form
  readonly source: Form
  readonly ticked: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const choices = copyChoices(target, source)
  const free = choices.filter(({ already }) => !already).map(({ control }) => control.id)
  const all = free.length > 0 && free.every((id) => ticked.includes(id))
  return (
    <Stack gap={2}>
      <Row between>
        <Text tone="quiet">{`共 ${choices.length} 项，已选 ${ticked.length} 项`}</Text>
        <Button variant="text" disabled={free.length === 0} onPress={() => onChange(all ? [] : free)}>
          {all ? '都不选' : '全选'}
        </Button>
      </Row>
      <Box as="ul" role="list" label="可以复制的内容" className="g-ticks">
        {choices.map(({ control, of, already }) => {
          const detail = [of, controlWords[control.kind]].filter((one) => one !== '').join(' · ')
          return (
            <Box as="li" key={control.id}>
              {already ? (
                <Box className="g-ticks__off">
                  <Text tone="quiet">{control.label}</Text>
                  <Text size="small" tone="quiet">
                    已经在表单里
                  </Text>
                </Box>
              ) : (
                <Checkbox
                  label={control.label || controlWords[control.kind]}
                  detail={detail}
                  checked={ticked.includes(control.id)}
                  onChange={(on) => onChange(on ? [...ticked, control.id] : ticked.filter((one) => one !== control.id))}
                />
              )}
            </Box>
          )
        })}
      </Box>
    </Stack>
  )
}
