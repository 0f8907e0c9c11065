import { Box } from '@zmht/shared/ui'

/** Where one is in a task of several steps. */
export function Steps({ steps, now }: { readonly steps: readonly string[]; readonly now: number }) {
  return (
    <Box as="ol" role="list" label={`第 ${now + 1} 步，共 ${steps.length} 步`} className="g-steps">
      {steps.map((step, index) => (
        <Box
          as="li"
          key={step}
          className={['g-steps__one', index === now && 'g-steps__one--now', index < now && 'g-steps__one--done']
            .filter(Boolean)
            .join(' ')}
        >
          {`${index + 1} ${step}`}
        </Box>
      ))}
    </Box>
  )
}
