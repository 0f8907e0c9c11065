import { baseKnowledge, type Release, type Weight, withReleases } from '@zmht/shared/knowledge'
import { sayChanges } from './say-change'

/** How heavy the step from one version to the next was. */
export function weightBetween({ previous, version }: Pick<Release, 'previous' | 'version'>): Weight {
  const [from, to] = [previous.split('.'), version.split('.')]
  if (from[0] !== to[0]) return 'major'
  return from[1] === to[1] ? 'patch' : 'minor'
}

export interface SaidRelease {
  readonly release: Release
  readonly weight: Weight
  readonly says: readonly string[]
}

/** Published revisions in words, the latest first; each is read on the system as it was before it. */
export function sayReleases(releases: readonly Release[]): readonly SaidRelease[] {
  let before = baseKnowledge
  const said = releases.map((release): SaidRelease => {
    const says = sayChanges(before, release.changes)
    before = withReleases(before, [release])
    return { release, weight: weightBetween(release), says }
  })
  return said.reverse()
}
