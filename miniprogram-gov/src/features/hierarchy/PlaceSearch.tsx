import type { PlaceId } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  EmptyState,
  type Finder,
  Icon,
  type PathStep,
  Pressable,
  ProblemNotice,
  SearchInput,
  Skeleton,
  Stack,
  Text,
  usePlaceFinder,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { mintMissing } from './mint-missing'
import { wayWords } from './words'

/** The state of a page's search box: what is typed, and what may be meant. */
export function usePlaceSearch(initial: string, here: readonly PathStep[], context: PlaceId | undefined) {
  const [text, setText] = useState(initial)
  const finder = usePlaceFinder(places, { text, here, context })
  return { text, setText, finder }
}

export function PlaceSearchBox({ text, onType }: { readonly text: string; readonly onType: (text: string) => void }) {
  return <SearchInput label="查找地点：名称、拼音首字母或整个地址" value={text} onChange={onType} />
}

/** The places found for what is typed; for those who may, also what an address names and is not there yet. */
export function PlaceAnswers({
  text,
  finder,
  mayMint,
  onPlace,
}: {
  readonly text: string
  readonly finder: Finder
  readonly mayMint: (way: readonly PathStep[]) => boolean
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const words = text.trim()
  const current = finder.words === words
  if (!current && finder.found.length === 0) return <Skeleton lines={4} />
  if (finder.error !== undefined) return <ProblemNotice error={finder.error} />
  if (finder.found.length === 0) {
    return <EmptyState icon="search" title={`没有找到“${words}”`} detail="换一个字，或输入曾用名、区划代码试试。" />
  }
  return (
    <Stack gap={3}>
      <Card flush>
        <Box as="ul" role="list" label="找到的地点" className="z-list">
          {finder.found.map((found, index) => {
            const place = found.path.at(-1)
            return place === undefined ? null : (
              <Box as="li" key={place.id}>
                <Pressable
                  className={index > 0 ? 'z-list-row z-list-row--line' : 'z-list-row'}
                  onPress={() => onPlace(found.path)}
                >
                  <Box className="z-list-row__body">
                    <Text>{wayWords([place])}</Text>
                    {found.path.length > 1 ? (
                      <Text size="small" tone="quiet">
                        {wayWords(found.path.slice(0, -1).slice(-4))}
                      </Text>
                    ) : null}
                  </Box>
                  <Icon name="chevron" className="z-text--quiet" />
                </Pressable>
              </Box>
            )
          })}
        </Box>
      </Card>
      {current && finder.missing !== undefined && mayMint(finder.missing.under.path) ? (
        <NewPlaces missing={finder.missing} onMade={onPlace} />
      ) : null}
    </Stack>
  )
}

function NewPlaces({
  missing,
  onMade,
}: {
  readonly missing: NonNullable<Finder['missing']>
  readonly onMade: (way: readonly PathStep[]) => void
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const under = missing.under.path.at(-1)
  const names = missing.parts.map(({ name }) => name).join(' ')
  const make = async () => {
    if (under === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      onMade(await mintMissing(under.id, missing.parts))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card tone="accent">
      <Stack gap={2}>
        <Text>{`${missing.under.tail}里还没有 ${names}。`}</Text>
        <Button variant="quiet" icon="plus" loading={busy} onPress={() => void make()}>
          {`新建 ${names}`}
        </Button>
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Card>
  )
}
