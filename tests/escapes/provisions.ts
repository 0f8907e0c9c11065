import { mintDataSetId, mintProvisionId } from '@zmht/shared/contract'
import type { Escape, Scene } from './scene'

/** Of data sent down. */
export const provisionsEscapes = ({
  hidden,
  ledger,
  outside,
  provided,
  reason,
  sentDown,
  world,
}: Scene): readonly Escape[] => [
  [
    'ledgers.offerDataSet',
    'of a ledger of the district above',
    'worker',
    () => ({ params: { dataSetId: mintDataSetId() }, body: sentDown.offered() }),
    outside,
  ],
  [
    'ledgers.offerDataSet',
    'of a ledger of a community below',
    'subdistrict',
    () => ({ params: { dataSetId: mintDataSetId() }, body: sentDown.offered({ ledgerId: ledger.ruled }) }),
    '403 forbidden',
  ],
  [
    'ledgers.deliverSheet',
    'of a data set of the district above',
    'worker',
    () => ({ params: { dataSetId: sentDown.sheetDataSetId, deliveryId: 'j-anybody' } }),
    outside,
  ],
  [
    'ledgers.askProvision',
    'of people elsewhere',
    'worker',
    () => ({
      params: { provisionId: mintProvisionId() },
      body: sentDown.asked({ places: [world.places.west] }),
    }),
    outside,
  ],
  [
    'ledgers.askProvision',
    'of people of another city besides their own',
    'worker',
    () => ({
      params: { provisionId: mintProvisionId() },
      body: sentDown.asked({ places: [world.places.north, world.places.datong] }),
    }),
    outside,
  ],
  [
    'ledgers.decideProvision',
    'of a data set of the district above',
    'subdistrict',
    () => ({ params: { provisionId: provided }, body: sentDown.approval() }),
    hidden,
  ],
  [
    'ledgers.decideProvision',
    'of their own organisation',
    'worker',
    () => ({ params: { provisionId: provided }, body: sentDown.approval() }),
    '403 forbidden',
  ],
  [
    'ledgers.endProvision',
    'of somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { provisionId: provided }, body: { edition: 3, reason } }),
    hidden,
  ],
]
