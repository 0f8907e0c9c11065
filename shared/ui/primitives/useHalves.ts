import { type Halves, halvesOf, type Separator, wholeOf } from './half-range'

/** Shows an answer as its two halves and gives it back with one of them changed. */
export function useHalves(
  value: string | undefined,
  onChange: (value: string | undefined) => void,
  separator: Separator,
) {
  const halves = halvesOf(value, separator)
  const give = (change: Partial<Halves>) => onChange(wholeOf({ ...halves, ...change }, separator))
  return { halves, give }
}
