import type { Api } from '../../contract'
import type { EntitySource } from '../controls/control'

/** Organisations and things as the server knows them, for forms to choose from; a name is asked for once. */
export function entitySourceOf(api: Api): EntitySource {
  const names = new Map<string, Promise<string | undefined>>()
  const ask = async (id: string): Promise<string | undefined> => {
    for (const kind of ['organisation', 'thing'] as const) {
      const { items } = await api.ledgers.choices({ query: { kind, ids: id } })
      if (items[0]) return items[0].name
    }
    return undefined
  }
  return {
    find: async (kind, words) =>
      kind === 'organisation' || kind === 'thing' ? (await api.ledgers.choices({ query: { kind, words } })).items : [],
    nameOf: (id) => {
      const known = names.get(id)
      if (known) return known
      const asked = ask(id)
      names.set(id, asked)
      asked.catch(() => names.delete(id))
      return asked
    },
  }
}
