import { Box, Icon, Text } from '@zmht/shared/ui'

/** What is wrong, said where it is put right. */
export function ProblemLines({ problems }: { readonly problems: readonly { readonly message: string }[] }) {
  return (
    <>
      {problems.map((problem) => (
        <Box key={problem.message} className="g-problem">
          <Icon name="alert" />
          <Text inline size="small" tone="danger">
            {problem.message}
          </Text>
        </Box>
      ))}
    </>
  )
}
