import { now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { type FactCounts, readCounts, saveCounts, scanFactCodes } from './facts.store'

export const factsJob = 'knowledge.facts'

const itemsAtOnce = 2000

/**
 * Counts how many entities hold a fact under each attribute. Sums are kept with the position they were reached at, so that a step repeated after a
 * crash adds nothing twice.
 */
export const factsStep: JobStep = async (job) => {
  const kept = await readCounts('under-way')
  const before: FactCounts = kept?.job === job.id ? kept : { job: job.id, counts: {}, entities: 0, at: now() }
  // The sums went further than the job knows: the step was done, only its being told was lost.
  if (before.entities > 0 && before.position !== job.cursor) return progress(before)
  const { entities, next } = await scanFactCodes(before.position, itemsAtOnce)
  const counts: Record<string, number> = { ...before.counts }
  for (const code of entities.flat()) counts[code] = (counts[code] ?? 0) + 1
  const after: FactCounts = {
    job: job.id,
    counts,
    entities: before.entities + entities.length,
    at: now(),
    ...(next === undefined ? {} : { position: next }),
  }
  await saveCounts('under-way', after)
  if (next === undefined) await saveCounts('finished', after)
  return progress(after)
}

function progress({ position, entities }: FactCounts) {
  const finished = position === undefined
  return {
    ...(finished ? {} : { cursor: position }),
    done: entities,
    total: entities,
    message: finished ? `已清点 ${entities} 个实体和关系` : `已清点 ${entities} 个实体和关系，还在继续`,
    finished,
  }
}
