import { mostQuestions } from '@zmht/shared/rules'
import { Box, Button, Card, Stack, Switch, Text, TextArea, TextInput } from '@zmht/shared/ui'
import type { DraftQuestion } from './notice-draft'

type Questions = readonly DraftQuestion[]

/** What residents are asked back: a choice of some options, or a line of words. */
export function QuestionsField({
  questions,
  error,
  onChange,
}: {
  readonly questions: Questions
  readonly error: string | undefined
  readonly onChange: (changed: (before: Questions) => Questions) => void
}) {
  const edit = (key: string, part: Partial<DraftQuestion>) =>
    onChange((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    onChange((before) => [...before, { key: freeKey(before), label: '', required: true, options: '来\n不来' }])
  return (
    <Stack gap={3}>
      {questions.map(({ key, label, required, options }, at) => (
        <Card key={key}>
          <Stack gap={3}>
            <TextInput
              label={`问题 ${at + 1}`}
              maxLength={40}
              value={label}
              onChange={(words) => edit(key, { label: words })}
            />
            <TextArea
              label={`问题 ${at + 1} 的选项`}
              hint="一行一个；空着就是请居民写几个字"
              maxLength={200}
              value={options}
              onChange={(lines) => edit(key, { options: lines })}
            />
            <Switch label="一定要回答" on={required} onChange={(on) => edit(key, { required: on })} />
            <Box>
              <Button
                variant="text"
                icon="trash"
                label={`去掉问题 ${at + 1}`}
                onPress={() => onChange((before) => before.filter((one) => one.key !== key))}
              >
                去掉
              </Button>
            </Box>
          </Stack>
        </Card>
      ))}
      {error === undefined ? null : <Text tone="danger">{error}</Text>}
      {questions.length < mostQuestions ? (
        <Box>
          <Button variant="quiet" icon="plus" onPress={add}>
            加一个问题
          </Button>
        </Box>
      ) : null}
    </Stack>
  )
}

/** `q1`, or the first there is not. */
function freeKey(questions: Questions): string {
  for (let number = 1; ; number++) {
    const key = `q${number}`
    if (!questions.some((one) => one.key === key)) return key
  }
}
