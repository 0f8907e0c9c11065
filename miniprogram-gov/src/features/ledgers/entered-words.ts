import type { Contract, ReplyOf } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'

type Reply = Pick<ReplyOf<Contract['ledgers']['enter']>, 'known'> & {
  readonly entity: {
    readonly name: string
    readonly facts: readonly unknown[]
    readonly links: readonly unknown[]
  }
}

/** Known already where the official does not work: nothing of it is shown. */
export const isElsewhere = ({ known, entity }: Reply): boolean =>
  known && entity.facts.length === 0 && entity.links.length === 0

/** @returns what became of one that was entered, and what happens next, in words */
export function outcomeOf(reply: Reply, kind: LedgerKind): { readonly title: string; readonly words: string } {
  const { name } = reply.entity
  if (isElsewhere(reply))
    return {
      title: '在别处登记过',
      words: '这个号码已经在别的地方登记过，由那里的工作人员负责。您填的已经交给他们核对，核对以前看不到原来的资料。',
    }
  // Places are there before anything is known of them.
  if (kind === 'place') return { title: '已登记', words: `您填的已经记到${name}的资料里。` }
  return reply.known
    ? {
        title: '以前登记过',
        words: `${name}以前登记过，没有重复登记。您填的已经补充到原来的资料里；和原来说法不一致的，会列在待核对里。`,
      }
    : { title: '已登记', words: `${name}登记好了，过一会儿会出现在符合条件的台账里。` }
}
