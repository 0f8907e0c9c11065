import type { EffectsReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { type Change, changeProblems, type Knowledge, versionAfter, weightOf } from '@zmht/shared/knowledge'
import { sayChange, touchedBy } from './domain/says'
import { readCounts } from './facts.store'
import { type Use, usesOf } from './use.store'

const showUse = ({ application, title, organisation, state, controls }: Use) => ({
  id: application,
  title,
  organisation,
  state,
  controls: [...controls],
})

/** Whether a viewer may be told the name of an application of a place. */
export type MayName = (place: PlaceId) => Promise<boolean>

/** Applications of other cities are counted, not named. */
export async function namedUses(uses: readonly Use[], mayName: MayName) {
  const may = await Promise.all(uses.map(({ place }) => mayName(place)))
  const named = uses.filter((_, index) => may[index])
  return { applications: named.map(showUse), others: uses.length - named.length }
}

/** What changes would bring: the version, what stands in their way, and every application and stored fact they touch. */
export async function effectsOf(
  knowledge: Knowledge,
  changes: readonly Change[],
  mayName: MayName,
): Promise<EffectsReply> {
  const counted = await readCounts('finished')
  const weights = changes.map((change) => weightOf(knowledge, change))
  return {
    version: versionAfter(knowledge, changes),
    weight: weights.includes('major') ? 'major' : weights.includes('minor') ? 'minor' : 'patch',
    problems: changeProblems(knowledge, changes).map((one) => ({ ...one })),
    changes: await Promise.all(
      changes.map(async (change) => {
        const touched = touchedBy(knowledge, change)
        const uses = (await Promise.all(touched.map(usesOf))).flat()
        return {
          says: sayChange(knowledge, change),
          weight: weightOf(knowledge, change),
          ...(await namedUses(uses, mayName)),
          facts: touched.reduce((total, code) => total + (counted?.counts[code] ?? 0), 0),
        }
      }),
    ),
    ...(counted === undefined ? {} : { countedAt: counted.at }),
  }
}
