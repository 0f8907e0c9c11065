import type { BurdenReply } from '@zmht/shared/contract'

/** @returns how many of a form there are on average: 「7」, 「2.5」 */
export const perForm = (sum: number, forms: number): string => String(Math.round((10 * sum) / forms) / 10)

/** @returns how much of what may be known is known where somebody asks again: 「86%」; nothing where nobody did, or nothing may be known */
export const shareAgain = ({ again }: Pick<BurdenReply, 'again'>): string | undefined =>
  again.facts === 0 ? undefined : `${Math.round((100 * again.known) / again.facts)}%`
