import type { Contract, ReplyOf } from '@zmht/shared/contract'
import type { Release } from '@zmht/shared/knowledge'

/** What people read about an attribute, a relation or a code list. */
export type ProseEntry = ReplyOf<Contract['knowledge']['prose']>['items'][number]

export interface Prose {
  readonly attributes: ReadonlyMap<string, ProseEntry>
  readonly relations: ReadonlyMap<string, ProseEntry>
  readonly lists: ReadonlyMap<string, ProseEntry>
}

export const noProse: ProseEntry = {
  code: '',
  english: '',
  definition: '',
  standard: '',
  form: '',
  words: [],
  maps: [],
  subtypes: [],
}

/** What was deployed, with what published revisions say: the server keeps only the former as prose. */
export function proseWith(deployed: Prose, releases: readonly Release[]): Prose {
  const attributes = new Map(deployed.attributes)
  const lists = new Map(deployed.lists)
  for (const change of releases.flatMap((release) => release.changes)) {
    switch (change.do) {
      case 'add-attribute': {
        const { code } = change.attribute
        // A deployment that brought the same attribute since knows more of it.
        if (!attributes.has(code)) attributes.set(code, { ...noProse, ...writable(change.prose), code })
        break
      }
      case 'revise-attribute':
        if (change.prose !== undefined) {
          attributes.set(change.code, {
            ...(attributes.get(change.code) ?? { ...noProse, code: change.code }),
            ...writable(change.prose),
          })
        }
        break
      case 'add-list':
        if (!lists.has(change.id)) {
          lists.set(change.id, { ...noProse, code: change.id, standard: 'own', form: change.source })
        }
        break
      default:
    }
  }
  return { ...deployed, attributes, lists }
}

/** The lists of a change are read-only, those of a reply are not. */
function writable<P extends { readonly words?: readonly string[] }>({ words, ...rest }: P) {
  return { ...rest, ...(words === undefined ? {} : { words: [...words] }) }
}

/** @returns the prose of a part of the system by code */
export function byCode(items: readonly ProseEntry[]): ReadonlyMap<string, ProseEntry> {
  return new Map(items.map((one) => [one.code, one]))
}
