import { mintChargeId, mintJobId, mintLedgerId } from '@zmht/shared/contract'
import { sheetTypes } from '@zmht/shared/contract/ledger-sheets'
import { byHandLedger, residentsLedger } from '../ledgers'
import type { Escape, Scene } from './scene'

/** Of what is known of people, and who acts for whom. */
export const ledgersEscapes = ({
  charge,
  hidden,
  importId,
  ledger,
  mother,
  outside,
  reason,
  requestId,
  step,
  today,
  world,
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
  [
    'ledgers.save',
    'a new one of places elsewhere',
    'worker',
    () => ({
      params: { ledgerId: mintLedgerId() },
      body: { content: residentsLedger, measures: [], within: [world.places.west], edition: 0 },
    }),
    outside,
  ],
  [
    'ledgers.save',
    'a new one of their own places and another city’s',
    'worker',
    () => ({
      params: { ledgerId: mintLedgerId() },
      body: { content: residentsLedger, measures: [], within: [world.places.north, world.places.datong], edition: 0 },
    }),
    outside,
  ],
  [
    'ledgers.save',
    'one of somebody else, for their own places',
    'neighbourWorker',
    () => ({
      params: { ledgerId: ledger.ruled },
      body: { content: residentsLedger, measures: [], within: [world.places.west], edition: 1 },
    }),
    outside,
  ],
  [
    'ledgers.save',
    'one of a community below',
    'subdistrict',
    () => ({
      params: { ledgerId: ledger.picked },
      body: { content: byHandLedger, measures: [], within: [world.places.north], edition: 1 },
    }),
    '403 forbidden',
  ],
  ['ledgers.end', 'of somebody elsewhere', 'neighbourWorker', () => ({ params: { ledgerId: ledger.ruled } }), outside],
  [
    'ledgers.end',
    'of a community below',
    'subdistrict',
    () => ({ params: { ledgerId: ledger.ruled } }),
    '403 forbidden',
  ],
  ...(
    [
      ['newImport', { name: '居民.xlsx', type: sheetTypes[0], bytes: 1000 }],
      ['readSheet', { fillDown: false }],
      ['mapColumns', { columns: [], nearest: false }],
      ['startImport', { how: 'valid-only' }],
      ['cancelImport', undefined],
      ['undoImport', undefined],
    ] as const
  ).map(
    ([name, body]): Escape => [
      `ledgers.${name}`,
      'into a ledger of places elsewhere',
      'neighbourWorker',
      () => ({ params: { ledgerId: ledger.ruled, importId }, ...(body === undefined ? {} : { body }) }),
      hidden,
    ],
  ),
  [
    'ledgers.mapColumns',
    'rows without an address to a place elsewhere',
    'worker',
    () => ({
      params: { ledgerId: ledger.ruled, importId },
      body: { columns: [], place: world.places.west, nearest: false },
    }),
    outside,
  ],
  [
    'ledgers.exportRows',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.ruled, exportId: mintJobId() }, body: {} }),
    hidden,
  ],
  [
    'ledgers.sifted',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.ruled }, body: { place: world.places.north, conditions: [] } }),
    hidden,
  ],
  [
    'ledgers.startSearch',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.ruled, searchId: mintJobId() }, body: { conditions: [] } }),
    hidden,
  ],
  [
    'ledgers.previewMeasure',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({
      params: { ledgerId: ledger.ruled },
      body: {
        measure: { id: 'm1', name: '人数', filter: [], groups: [], fold: { by: 'count' } },
        place: world.places.west,
      },
    }),
    hidden,
  ],
  [
    'ledgers.mapped',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.ruled }, body: { place: world.places.north, conditions: [] } }),
    hidden,
  ],
  [
    'ledgers.saveViews',
    'of a ledger of places elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.ruled }, body: { views: [], edition: 0 } }),
    hidden,
  ],
  [
    'ledgers.startEdit',
    'in a ledger of places elsewhere',
    'neighbourWorker',
    () => ({
      params: { ledgerId: ledger.ruled, importId: mintJobId() },
      body: { entities: [mother.id], facts: [{ attribute: 'person.householdKind', value: '1' }] },
    }),
    hidden,
  ],
  [
    'ledgers.putIn',
    'somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.picked, entityId: mother.id } }),
    outside,
  ],
  [
    'ledgers.takeOut',
    'somebody elsewhere',
    'neighbourWorker',
    () => ({ params: { ledgerId: ledger.picked, entityId: mother.id } }),
    outside,
  ],
  [
    'ledgers.enter',
    'somebody at a place elsewhere',
    'worker',
    () => ({
      params: {},
      body: {
        ...step(),
        kind: 'person',
        place: world.places.west,
        facts: [{ attribute: 'person.name', value: '何立冬' }],
        links: [],
      },
    }),
    outside,
  ],
  [
    'ledgers.correct',
    'what is known of somebody elsewhere',
    'neighbourWorker',
    () => ({
      params: { entityId: mother.id },
      body: { ...step(), facts: [{ attribute: 'person.name', value: '何立冬' }], links: [] },
    }),
    outside,
  ],
  [
    'ledgers.split',
    'somebody out of one elsewhere',
    'neighbourWorker',
    () => ({ params: { entityId: mother.id, goneId: mother.id }, body: { ...step(), given: [] } }),
    outside,
  ],
  [
    'ledgers.tellDuplicate',
    'of two elsewhere',
    'neighbourWorker',
    () => ({ params: { entityId: mother.id, otherId: mother.id }, body: { ...step(), outcome: 'different' } }),
    outside,
  ],
  [
    'ledgers.findDuplicates',
    'among the people of a place elsewhere',
    'worker',
    () => ({ params: { jobId: mintJobId() }, body: { place: world.places.west, kind: 'person' } }),
    outside,
  ],
  [
    'ledgers.confirm',
    'what is known of somebody elsewhere',
    'neighbourWorker',
    () => ({
      params: { entityId: mother.id },
      body: { ...step(), facts: [{ attribute: 'person.mobile', at: '2020-01-01T00:00:00.000Z' }] },
    }),
    outside,
  ],
]
