import { mintApplicationId } from '@zmht/shared/contract'
import { settingsOf, shipped } from '../applications'
import type { Escape, Scene } from './scene'

/** Of applications, which carry others' permissions with them if anything does. */
export const applicationsEscapes = ({ application, outside, world }: Scene): readonly Escape[] => [
  [
    'applications.saveApplication',
    'for a place outside, too',
    'worker',
    () => ({
      params: { applicationId: mintApplicationId() },
      body: {
        edition: 0,
        content: shipped('appeal'),
        settings: settingsOf([world.places.north, world.places.west]),
      },
    }),
    outside,
  ],
  [
    'applications.saveApplication',
    'that of a neighbour',
    'neighbourWorker',
    () => ({
      params: { applicationId: application.id },
      body: {
        edition: application.edition,
        content: shipped('appeal'),
        settings: settingsOf([world.places.west]),
      },
    }),
    outside,
  ],
  [
    'applications.changeApplication',
    'that of a neighbour',
    'neighbourWorker',
    () => ({
      params: { applicationId: application.id },
      body: { action: 'retire', edition: application.edition },
    }),
    outside,
  ],
  [
    'applications.retryRun',
    'of an application of a neighbour',
    'neighbourWorker',
    () => ({ params: { applicationId: application.id, runId: '0'.repeat(24) }, body: { attempts: 1 } }),
    outside,
  ],
]
