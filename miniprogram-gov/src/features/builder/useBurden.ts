import type { HoldingsReply } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import { levels, type PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { createResource, type PathStep, useResource } from '@zmht/shared/ui'
import { useRef } from 'react'
import { api } from '@/lib/api'
import { may, type Official, territoriesOf } from '../session/official'
import { type Burden, burdenOf, wantedFor } from './burden'

/** What is known of the burden of a form, and of whom: the people of one place. */
export interface KnownBurden extends Burden {
  readonly place: string
  readonly people: number
}

type Asked = Pick<HoldingsReply, 'people' | 'held'> & { readonly name: string }

const nothing: Asked = { name: '', people: 0, held: {} }

/** By what is asked: place, attributes, relations. */
const holdings = createResource<Asked>(async (key) => {
  const [within = '', attributes = '', relations = ''] = key.split('|')
  if (attributes === '' && relations === '') return nothing
  const { place, people, held } = await api.ledgers.holdings({
    query: {
      within: within as PlaceId, // the key was made of a place's id
      ...(attributes === '' ? {} : { attributes }),
      ...(relations === '' ? {} : { relations }),
    },
  })
  return { name: place.name, people, held }
})

/** @returns how much of the form the city holds already for the people of the official's widest place; nothing where that cannot be told */
export function useBurden(me: Official, knowledge: Knowledge, form: Form): KnownBurden | undefined {
  const place = may(me, 'statistics.read') ? widest(territoriesOf(me)) : undefined
  const { attributes, relations } = wantedFor(knowledge, form)
  const key = place === undefined ? '' : `${place.id}|${attributes.join()}|${relations.join()}`
  const loaded = useResource(holdings, key)
  // While what was just added is asked about, the rest goes on being told.
  const last = useRef<Asked>(nothing)
  if (loaded.data) last.current = loaded.data
  const { name, people, held } = place === undefined ? nothing : last.current
  const burden = burdenOf(knowledge, form, { people, held })
  return burden && { ...burden, place: name, people }
}

function widest(places: readonly PathStep[]): PathStep | undefined {
  return [...places].sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))[0]
}
