import type { OrganisationReply } from '@zmht/shared/contract'
import { Box, Loaded, Skeleton, Stack, Text, useResource } from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { rememberInAddress } from '@/lib/address'
import type { Official } from '../session/official'
import { BookActs, BookSearch } from './BookTools'
import { OrganisationDetail } from './OrganisationDetail'
import { OrganisationList, OrganisationWay } from './OrganisationWay'
import { organisationOf } from './resources'
import { SearchAnswers } from './SearchAnswers'
import { useDirectorySearch } from './useDirectorySearch'

/** On a PC: the organisations on the left, the chosen one on the right. */
export function BookOnDesk({
  me,
  start,
  words,
}: {
  readonly me: Official
  readonly start: string
  readonly words: string
}) {
  const [chosen, setChosen] = useState(start)
  const [text, setText] = useState(words)
  const search = useDirectorySearch(text)
  const choose = (id: string) => {
    setText('')
    rememberInAddress('q', '')
    rememberInAddress('organisation', id)
    setChosen(id)
  }
  return (
    <Box className="g-places">
      <Stack gap={3} className="g-places__tree">
        <BookSearch text={text} onType={setText} />
        <Around chosen={chosen} onOrganisation={choose} />
        <BookActs me={me} />
      </Stack>
      <Stack gap={6} className="g-places__detail">
        {text.trim() === '' ? (
          <OrganisationDetail key={chosen} me={me} id={chosen} onOrganisation={choose} />
        ) : (
          <SearchAnswers text={text} search={search} onOrganisation={choose} />
        )}
      </Stack>
    </Box>
  )
}

/** The way up, and what is below; of what has nothing below, its neighbours. */
function Around({
  chosen,
  onOrganisation,
}: {
  readonly chosen: string
  readonly onOrganisation: (id: string) => void
}) {
  const loaded = useResource(organisationOf, chosen)
  return (
    <Loaded of={loaded} skeleton={<Skeleton lines={6} />}>
      {(organisation) => {
        const parent = organisation.below.length === 0 ? organisation.parent : undefined
        return (
          <Stack gap={2}>
            <OrganisationWay above={organisation.above} onOrganisation={onOrganisation} />
            {parent === undefined ? (
              <Level organisation={organisation} chosen={chosen} onOrganisation={onOrganisation} />
            ) : (
              <Neighbours parent={parent.id} chosen={chosen} onOrganisation={onOrganisation} />
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

interface Beside {
  readonly chosen: string
  readonly onOrganisation: (id: string) => void
}

function Neighbours({ parent, ...beside }: Beside & { readonly parent: string }) {
  const loaded = useResource(organisationOf, parent)
  return (
    <Loaded of={loaded} skeleton={<Skeleton lines={6} />}>
      {(organisation) => <Level organisation={organisation} {...beside} />}
    </Loaded>
  )
}

function Level({ organisation, chosen, onOrganisation }: Beside & { readonly organisation: OrganisationReply }) {
  const { id, name, below } = organisation
  const box = useRef<HTMLDivElement>(null)
  // Opened by a link or from the search, the chosen one may stand far down its list.
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || chosen === '') return
    const frame = box.current
    const on = frame?.querySelector('[aria-current]')
    if (!frame || !on) return
    const below = on.getBoundingClientRect().top - frame.getBoundingClientRect().top
    // Only the list scrolls: the page stays where it is.
    if (below < 0 || below + on.clientHeight > frame.clientHeight) frame.scrollTop += below - frame.clientHeight / 2
  }, [chosen])
  return (
    <>
      <div ref={box} className="g-around">
        <OrganisationList
          label={`${name}和下级单位`}
          organisations={[{ id, name }, ...below]}
          chosen={chosen}
          onOrganisation={onOrganisation}
        />
      </div>
      {below.length === 0 ? null : <Text size="small" tone="quiet" numeric>{`下级单位 ${below.length} 个`}</Text>}
    </>
  )
}
