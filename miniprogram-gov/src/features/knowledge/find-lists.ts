import type { CodeList } from '@zmht/shared/knowledge'
import { wordsIn } from './catalogue'

/** Code lists by their names, ids and options; those whose name fits first. Nothing typed gives all. */
export function findLists(lists: readonly CodeList[], typed: string): readonly CodeList[] {
  const wanted = wordsIn(typed)
  const named = (list: CodeList) => wanted.every((word) => `${list.name} ${list.id}`.toLowerCase().includes(word))
  const mentioned = ({ name, id, items }: CodeList) => {
    const all = `${name} ${id} ${items.map((item) => item.name).join(' ')}`.toLowerCase()
    return wanted.every((word) => all.includes(word))
  }
  return [...lists.filter(named), ...lists.filter((list) => !named(list) && mentioned(list))]
}
