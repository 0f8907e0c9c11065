import type { Answering } from '../../controls'

/** @returns how many characters an answer may have; a name has at most fifty, `otherwise` where nothing is said */
export function mostCharacters(answering: Answering | undefined, otherwise: number): number {
  const type = answering?.value
  if (type?.type === 'text') return type.max
  return type?.type === 'name' ? 50 : otherwise
}

/** @returns what a person is told when little room is left; nothing while there is plenty */
export function roomWords(text: string, most: number): string | undefined {
  const left = most - [...text].length
  return left > most / 5 ? undefined : left > 0 ? `还可以写${left}个字` : `已经写满${most}个字`
}
