import { requestFacts } from '../channels/index'
import { findPlace } from '../hierarchy/index'
import { readWork } from '../tasks/index'
import { type LateCase, readLate, saveLate } from './late.store'

/**
 * Keeps what leaders see of a late request: it is late as the list of its place says, or as that of the organisation it was given to. Told by either it reads
 * both anew, and again once it has written: whoever wrote last had seen all.
 */
export async function followRequest(id: string): Promise<void> {
  for (;;) {
    const next = await lateNow(id)
    if (next === undefined) return
    const kept = await readLate(id)
    if (kept === undefined && !next.late) return
    if (kept !== undefined && kept.stamp >= next.stamp) return
    await saveLate(next)
  }
}

async function lateNow(id: string): Promise<LateCase | undefined> {
  const [request, work] = await Promise.all([requestFacts(id), readWork(id)])
  if (request === undefined) return undefined
  const place = await findPlace(request.home)
  const tiers = place?.tiers ?? []
  const at = (level: string) => tiers.find((tier) => tier.level === level)?.id
  const [community, subdistrict, district] = [at('community'), at('subdistrict'), at('district')]
  const { path, title, tail: where, home, submittedAt: since, due, claimedBy, desk, overseers } = request
  return {
    id,
    late: !request.ended && (request.lateAtDesk || (work?.open === true && work.overdue)),
    path: place?.path ?? path,
    due,
    ...(community === undefined ? {} : { community }),
    ...(subdistrict === undefined ? {} : { subdistrict }),
    ...(district === undefined ? {} : { district }),
    stamp: request.revision + (work?.version ?? 0),
    card: {
      ...{ title, where, place: home, since, due, overseers, path: place?.path ?? path },
      ...(claimedBy === undefined ? {} : { holder: claimedBy }),
      ...(desk === undefined ? {} : { office: desk }),
    },
  }
}
