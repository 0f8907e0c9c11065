import type { Documents, SettingProblem } from '@zmht/shared/rules'
import { Box, Button, Icon, Pressable, Stack, Text, TextInput } from '@zmht/shared/ui'

const most = 10

/** What to bring, and what is given out when it is done. */
export function DocumentsField({
  documents,
  problems,
  onChange,
}: {
  readonly documents: Documents | undefined
  readonly problems: readonly SettingProblem[]
  readonly onChange: (documents: Documents | undefined, step: string) => void
}) {
  const bring = documents?.bring ?? []
  const change = (next: Documents, step: string) =>
    onChange(next.bring.length === 0 && next.gives === undefined ? undefined : next, step)
  const changeBring = (next: readonly string[], step: string) => change({ ...documents, bring: next }, step)
  return (
    <Stack gap={3}>
      <Text strong>材料</Text>
      <Text size="small" tone="quiet">
        居民填写前和确认后都看得到。办事不收费。
      </Text>
      {bring.length > 0 ? (
        <Box as="ol" role="list" label="要带的材料" className="g-options">
          {bring.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by where it stands, its words are being typed
            <Box as="li" key={`${at}`} className="g-options__row">
              <Box className="z-grow">
                <TextInput
                  label={`要带的第 ${at + 1} 样`}
                  maxLength={30}
                  value={one}
                  onChange={(text) =>
                    changeBring(
                      bring.map((each, position) => (position === at ? text : each)),
                      `bring.${at}`,
                    )
                  }
                />
              </Box>
              <Pressable
                className="g-row__move"
                label={`删去“${one}”`}
                onPress={() =>
                  changeBring(
                    bring.filter((_, position) => position !== at),
                    `bring.remove.${bring.length}`,
                  )
                }
              >
                <Icon name="close" />
              </Pressable>
            </Box>
          ))}
        </Box>
      ) : null}
      {bring.length < most ? (
        <Button variant="quiet" icon="plus" onPress={() => changeBring([...bring, ''], `bring.add.${bring.length}`)}>
          加一样要带的材料
        </Button>
      ) : null}
      <TextInput
        label="办结后发给居民什么（可不填）"
        hint="如：体检报告、居住证明"
        maxLength={30}
        value={documents?.gives ?? ''}
        onChange={(gives) => change({ bring, ...(gives === '' ? {} : { gives }) }, 'gives')}
      />
      {problems.map(({ message }) => (
        <Text key={message} size="small" tone="danger">
          {message}
        </Text>
      ))}
    </Stack>
  )
}
