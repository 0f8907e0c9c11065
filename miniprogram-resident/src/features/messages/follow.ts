/** Milliseconds between two questions, and by how much they are spread: phones that woke together do not ask together. */
const beat = 5000
const spread = 1000
/** The longest wait after errors. */
const longest = 120_000

/** What became of asking for the list once more. */
export type Renewed = 'new' | 'same' | 'failed'

export interface News {
  /** The mark as it is: a few bytes, kept in front of the function for everybody of the community. */
  readonly ask: () => Promise<string>
  /** The mark that was asked about last, before this; undefined: nothing was. */
  readonly known: string | undefined
  /** The mark is another: the list is asked for. */
  readonly renew: () => Promise<Renewed>
  /** The list is as new as this mark. */
  readonly keep: (mark: string) => void
}

/**
 * Asks again and again whether there is anything new, and only where there is, for the list.
 * @returns how to stop it
 */
export function followNews({ ask, known, renew, keep }: News): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen = known
  // An instance of the server may tell the list as it was some seconds ago: what changed nothing is looked at once more.
  let again = false
  let failures = 0
  let stopped = false
  const look = async (): Promise<boolean> => {
    const mark = await ask()
    if (stopped || (mark === seen && !again)) return true
    const renewed = await renew()
    if (renewed === 'failed') return false
    again = renewed === 'same' && seen !== undefined && mark !== seen
    seen = mark
    if (!again) keep(mark)
    return true
  }
  const tick = async () => {
    failures = (await look().catch(() => false)) ? 0 : failures + 1
    if (!stopped) wait()
  }
  const wait = () => {
    timer = setTimeout(() => void tick(), Math.min(longest, beat * 2 ** failures) + Math.random() * spread)
  }
  // Whoever comes back is told at once; whoever has just opened it has the list.
  if (known === undefined) wait()
  else void tick()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
