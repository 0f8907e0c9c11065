import type { Duty } from '../permission/duty'

/**
 * Who answers for a subject's duty at a place: who holds it there, nearest upwards; where nobody does, or nothing was recognised, who holds the general duty.
 * @param holders who holds which duty at the place, as the permissions say
 */
export function departmentFor<Holder>(
  duty: Duty | undefined,
  holders: ReadonlyMap<Duty, Holder>,
): { readonly holder: Holder; readonly duty: Duty } | undefined {
  const own = duty === undefined ? undefined : holders.get(duty)
  if (duty !== undefined && own !== undefined) return { holder: own, duty }
  const general = holders.get('territory')
  return general === undefined ? undefined : { holder: general, duty: 'territory' }
}
