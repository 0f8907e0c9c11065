import { mintChargeId } from '@zmht/shared/contract'
import type { Escape, Scene } from './scene'

/** Of what is known of people, and who acts for whom. */
export const ledgersEscapes = ({
  charge,
  hidden,
  mother,
  outside,
  reason,
  requestId,
  step,
  today,
}: Scene): readonly Escape[] => [
  [
    'ledgers.decide',
    'a fact of somebody elsewhere',
    'neighbourWorker',
    () => ({
      params: { entityId: mother.id },
      body: {
        about: 'fact',
        ...step(),
        attribute: 'person.name',
        sourceId: requestId,
        outcome: 'accept',
      },
    }),
    outside,
  ],
  [
    'ledgers.decideCharge',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { chargeId: charge }, body: { edition: 1, accept: true, reason } }),
    outside,
  ],
  [
    'ledgers.endCharge',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { chargeId: charge }, body: { edition: 1, reason } }),
    outside,
  ],
  [
    'ledgers.endCharge',
    'of another resident',
    'otherResident',
    () => ({ params: { chargeId: charge }, body: { edition: 1, reason } }),
    hidden,
  ],
  [
    'ledgers.askCharge',
    'for another’s mother',
    'otherResident',
    () => ({
      params: { chargeId: mintChargeId() },
      body: { entity: mother.id, as: 'guardian', from: today(), reason },
    }),
    hidden,
  ],
]
