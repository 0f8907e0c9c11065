import { Box, Button, Row, Stack, Text } from '@zmht/shared/ui'
import { needlessWords, sayBurden } from './burden'
import type { FormBuilder } from './useFormBuilder'

/** So many are named; the rest when these are settled. */
const first = 4

/** How much of the form the city holds already, and what nobody would have to be asked. */
export function BurdenMeter({ builder }: { readonly builder: FormBuilder }) {
  const { burden, form, removeControl } = builder
  if (!burden || burden.total === 0) return null
  const needless = form.controls.filter(({ id }) => burden.needless.has(id))
  const share = Math.round((burden.known / burden.total) * 100)
  return (
    <Box as="section" label="填表负担" className="g-burden">
      <Text strong>{sayBurden(burden)}</Text>
      <Meter share={share} />
      <Text size="small" tone="quiet">{`按${burden.place} ${burden.people} 人已有的资料估算`}</Text>
      {needless.length > 0 ? (
        <Stack gap={1} as="ul" label="可以不问的内容">
          {needless.slice(0, first).map((control) => {
            const why = burden.needless.get(control.id)
            return (
              <Box as="li" key={control.id}>
                <Row between gap={2}>
                  <Box className="z-grow">
                    <Text>{`“${control.label}”`}</Text>
                    <Text size="small" tone="quiet">
                      {why ? needlessWords[why] : ''}
                    </Text>
                  </Box>
                  <Button
                    variant="text"
                    icon="close"
                    label={`不问“${control.label}”`}
                    onPress={() => removeControl(control)}
                  >
                    不问
                  </Button>
                </Row>
              </Box>
            )
          })}
        </Stack>
      ) : null}
      {needless.length > first ? (
        <Text size="small" tone="quiet">{`还有 ${needless.length - first} 项也可以不问`}</Text>
      ) : null}
    </Box>
  )
}

/** The sentence above says it in words. */
function Meter({ share }: { readonly share: number }) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <div className="g-burden__bar" aria-hidden>
      <div className="g-burden__known" style={{ width: `${share}%` }} />
    </div>
  )
}
