import type { Control, Form } from '@zmht/shared/controls'
import { Box, Button, Field, Icon, Notice, Pressable, Row, Stack, Text, TextInput } from '@zmht/shared/ui'
import type { FormAction } from './builder-state'
import { OwnAnswerEditor } from './OwnAnswerEditor'
import { ownOf, rowKinds } from './own-kinds'
import { anotherRow } from './pieces'

/** The rows of a matrix, and how all of them are answered. */
export function MatrixEditor({
  form,
  matrix,
  dispatch,
}: {
  readonly form: Form
  readonly matrix: Control
  readonly dispatch: (action: FormAction) => void
}) {
  const rows = form.controls.filter((one) => one.within === matrix.id)
  const [first] = rows
  const own = first && ownOf(first)
  const subject = first?.binding?.subject ?? form.subjects[0]?.key ?? ''
  return (
    <Stack gap={4}>
      <Field label="每一行问什么" group error={rows.length === 0 ? '还没有一行' : undefined}>
        {() => (
          <Stack gap={2}>
            <Box as="ol" role="list" label="表格的行" className="g-options">
              {rows.map((row, at) => (
                <Box as="li" key={row.id} className="g-options__row">
                  <Box className="z-grow">
                    <TextInput
                      label={`第 ${at + 1} 行`}
                      maxLength={40}
                      value={row.label}
                      onChange={(label) => dispatch({ do: 'changeControl', id: row.id, change: { label } })}
                    />
                  </Box>
                  <Pressable
                    className="g-row__move"
                    label={`上移第 ${at + 1} 行`}
                    disabled={at === 0}
                    onPress={() => dispatch({ do: 'moveControl', id: row.id, to: form.controls.indexOf(row) - 1 })}
                  >
                    <Icon name="up" />
                  </Pressable>
                  <Pressable
                    className="g-row__move"
                    label={`删去第 ${at + 1} 行`}
                    onPress={() => dispatch({ do: 'removeControl', id: row.id })}
                  >
                    <Icon name="close" />
                  </Pressable>
                </Box>
              ))}
            </Box>
            <Row>
              <Button
                variant="quiet"
                icon="plus"
                onPress={() =>
                  dispatch({
                    do: 'addControls',
                    controls: [anotherRow(matrix, rows, subject)],
                    after: rows.at(-1)?.id ?? matrix.id,
                  })
                }
              >
                加一行
              </Button>
            </Row>
          </Stack>
        )}
      </Field>
      {rows.some((row) => !ownOf(row)) ? (
        <Notice>这张表格的选项来自城市知识体系，每一行都一样，不用在这里改。</Notice>
      ) : first && own ? (
        <>
          <Text size="small" tone="quiet">
            下面的设置对每一行都一样。
          </Text>
          <OwnAnswerEditor
            control={first}
            own={own}
            kinds={rowKinds}
            onChange={(change, typing) =>
              dispatch({ do: 'changeControls', ids: rows.map(({ id }) => id), change, typing })
            }
          />
        </>
      ) : null}
    </Stack>
  )
}
