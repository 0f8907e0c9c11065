import { attributeColumn, type Column, type Condition, type LedgerContent } from '../ledgers/index'

/** A ledger to begin with: what a worker takes and changes. */
export interface LedgerTemplate extends LedgerContent {
  readonly id: string
}

const facts = (kind: string, ...names: string[]): readonly Column[] =>
  names.map((name) => attributeColumn(`${kind}.${name}`))
const related = (type: string, direction: 'forward' | 'backward' = 'forward', name?: string): Column => ({
  key: `${direction === 'forward' ? '' : '~'}${type}`,
  of: 'relation',
  types: [type],
  direction,
  ...(name === undefined ? {} : { name }),
})
const yes = (attribute: string): Condition => ({ about: 'code', attribute, values: ['yes'] })
const codes = (attribute: string, ...values: string[]): Condition => ({ about: 'code', attribute, values })
const known = (attribute: string): Condition => ({ about: 'known', attribute, is: true })
const having = (type: string): Condition => ({ about: 'relation', types: [type], direction: 'forward', is: true })
const rule = (...all: Condition[]) => ({ by: 'rule' as const, all })

const home = related('resides-at')
const livesHere = having('resides-at')

const people: readonly LedgerTemplate[] = [
  {
    id: 'residents',
    name: '实有人口',
    about: '住在这里的每一个人，不论户籍在哪里。',
    kind: 'person',
    membership: rule(livesHere),
    columns: [
      ...facts('person', 'name', 'sex', 'age', 'idNumber', 'mobile'),
      home,
      ...facts('person', 'householdKind', 'presence', 'employerName'),
    ],
    filters: ['person.sex', 'person.householdKind', 'person.presence'],
  },
  {
    id: 'floating-population',
    name: '流动人口',
    about: '户籍在外地、住在这里的人。',
    kind: 'person',
    membership: rule(livesHere, codes('person.householdKind', '2')),
    columns: [
      ...facts('person', 'name', 'sex', 'age', 'mobile'),
      home,
      ...facts(
        'person',
        'arrivalDate',
        'arrivalReason',
        'dwellingKind',
        'residencePermit',
        'permitUntil',
        'employerName',
      ),
    ],
    filters: ['person.arrivalReason', 'person.dwellingKind', 'person.sex'],
  },
  {
    id: 'elders-alone',
    name: '独居老人',
    about: '60 岁以上、一个人住的老人，便于定期探访。',
    kind: 'person',
    membership: rule(livesHere, { about: 'age', attribute: 'person.birthDate', least: 60 }, yes('person.livingAlone')),
    columns: [
      ...facts('person', 'name', 'sex', 'age', 'mobile'),
      home,
      ...facts(
        'person',
        'mobilityLevel',
        'chronicDiseases',
        'emergencyContactName',
        'emergencyContactMobile',
        'visitFrequency',
        'visitedOn',
      ),
    ],
    filters: ['person.mobilityLevel', 'person.visitFrequency', 'person.sex'],
  },
  {
    id: 'disabled-people',
    name: '残疾人',
    about: '持有残疾人证或有残疾的人。',
    kind: 'person',
    membership: rule(livesHere, known('person.disabilityKind')),
    columns: [
      ...facts('person', 'name', 'sex', 'age', 'disabilityKind', 'disabilityLevel', 'disabilityCert', 'mobile'),
      home,
      ...facts('person', 'disabledLiving', 'disabledNursing', 'rehabNeeds', 'guardianName'),
    ],
    filters: ['person.disabilityKind', 'person.disabilityLevel', 'person.disabledLiving'],
  },
  {
    id: 'minors',
    name: '未成年人',
    about: '未满 18 岁的孩子和他们的监护人。',
    kind: 'person',
    membership: rule(livesHere, { about: 'age', attribute: 'person.birthDate', most: 17 }),
    columns: [
      ...facts('person', 'name', 'sex', 'age'),
      related('guardian', 'backward', '监护人'),
      ...facts('person', 'guardianMobile'),
      home,
      ...facts('person', 'schooling', 'childPlight', 'leftBehind'),
      related('studies-at'),
    ],
    filters: ['person.schooling', 'person.childPlight', 'person.sex'],
  },
  {
    id: 'party-members',
    name: '党员',
    about: '中共党员和预备党员。',
    kind: 'person',
    membership: rule(livesHere, codes('person.politicalStatus', '01', '02')),
    columns: [
      ...facts('person', 'name', 'sex', 'age', 'politicalStatus', 'partyJoinedOn', 'partyPost', 'mobile'),
      home,
      ...facts('person', 'partyFlowing', 'partyPledge'),
      related('member-of', 'forward', '党组织'),
    ],
    filters: ['person.politicalStatus', 'person.partyFlowing', 'person.sex'],
  },
]

const organisations: readonly LedgerTemplate[] = [
  {
    id: 'small-shops',
    name: '七小门店',
    about: '小商店、小餐饮、小旅馆等沿街小场所，便于定期检查。',
    kind: 'organisation',
    membership: rule(codes('organisation.smallPlaceKind', '1', '2', '3', '4', '5', '6', '7', '8', '9')),
    columns: [
      ...facts('organisation', 'name', 'signboardName', 'smallPlaceKind', 'manager', 'contactMobile'),
      related('operates-at'),
      ...facts(
        'organisation',
        'businessStatus',
        'mixedUse',
        'lodgers',
        'extinguishers',
        'exitsLocked',
        'gasCylinders',
        'badWiring',
        'licenceDisplayed',
      ),
    ],
    filters: ['organisation.smallPlaceKind', 'organisation.businessStatus', 'organisation.mixedUse'],
  },
  {
    id: 'enterprises',
    name: '企业',
    about: '在这里经营的企业和个体工商户。',
    kind: 'organisation',
    membership: rule(codes('organisation.kind', '3', '4')),
    columns: [
      ...facts('organisation', 'name', 'uscc', 'kind', 'industry', 'legalRepresentative', 'contactMobile'),
      related('operates-at'),
      ...facts('organisation', 'businessStatus', 'employees', 'size', 'establishedOn'),
    ],
    filters: ['organisation.industry', 'organisation.businessStatus', 'organisation.size'],
  },
]

const owner = related('owned-by-organisation', 'forward', '权属单位')
const upkeep = related('maintained-by-organisation', 'forward', '维保单位')
const at = related('located-at')

const things: readonly LedgerTemplate[] = [
  {
    id: 'manhole-covers',
    name: '井盖',
    about: '路上和小区里的井盖，谁的、好不好。',
    kind: 'thing',
    membership: rule(known('thing.coverKind')),
    columns: [
      ...facts(
        'thing',
        'serialNumber',
        'coverKind',
        'coverShape',
        'loadClass',
        'condition',
        'coverDefects',
        'safetyNet',
      ),
      at,
      owner,
      ...facts('thing', 'position', 'inspectedOn'),
    ],
    filters: ['thing.coverKind', 'thing.condition', 'thing.safetyNet'],
  },
  {
    id: 'elevators',
    name: '电梯',
    about: '每一部电梯和它的维保、检验。',
    kind: 'thing',
    membership: rule(known('thing.liftKind')),
    columns: [
      ...facts('thing', 'useCertNumber', 'rescueCode', 'liftKind', 'condition'),
      at,
      related('operated-by', 'forward', '使用单位'),
      upkeep,
      ...facts('thing', 'maintainedOn', 'nextInspection', 'inspectResult', 'emergencyPhone'),
    ],
    filters: ['thing.condition', 'thing.inspectResult', 'thing.retrofitLift'],
  },
  {
    id: 'hydrants',
    name: '消火栓',
    about: '室内外消火栓，有没有水、压力够不够。',
    kind: 'thing',
    membership: rule(known('thing.hydrantKind')),
    columns: [
      ...facts('thing', 'serialNumber', 'hydrantKind', 'condition', 'waterPressure', 'inspectedOn'),
      at,
      upkeep,
      ...facts('thing', 'position', 'positionNote'),
    ],
    filters: ['thing.hydrantKind', 'thing.condition'],
  },
  {
    id: 'vehicles',
    name: '机动车',
    about: '停在这里的机动车和车主。',
    kind: 'thing',
    membership: rule(known('thing.plate')),
    columns: [
      ...facts('thing', 'plate', 'plateKind', 'vehicleKind', 'brand', 'colour'),
      related('owned-by', 'forward', '车主'),
      at,
      ...facts('thing', 'parkingSpace', 'fuel'),
    ],
    filters: ['thing.plateKind', 'thing.vehicleKind', 'thing.fuel'],
  },
]

const places: readonly LedgerTemplate[] = [
  {
    id: 'households',
    name: '户',
    about: '每一户：谁住在这里、房子是谁的。',
    kind: 'place',
    level: 'door',
    membership: rule(),
    columns: [
      related('resides-at', 'backward', '住的人'),
      ...facts('place', 'occupancy', 'tenure', 'ownerName', 'ownerPhone', 'areaSquareMetres', 'gasSupply'),
    ],
    filters: ['place.occupancy', 'place.tenure', 'place.gasSupply'],
  },
  {
    id: 'rental-houses',
    name: '出租房',
    about: '出租的房子，承租人、出租方式和风险。',
    kind: 'place',
    level: 'door',
    membership: rule(codes('place.occupancy', '2')),
    columns: [
      related('rents', 'backward', '承租人'),
      ...facts(
        'place',
        'rentalMode',
        'tenants',
        'groupRental',
        'rentalRisk',
        'ownerName',
        'ownerPhone',
        'rentalNumber',
        'smokeAlarm',
      ),
    ],
    filters: ['place.rentalMode', 'place.groupRental', 'place.rentalRisk'],
  },
  {
    id: 'compounds',
    name: '小区',
    about: '每个小区的基本情况和物业。',
    kind: 'place',
    level: 'compound',
    membership: rule(),
    columns: [
      ...facts('place', 'name', 'compoundKind', 'builtYear', 'buildings', 'dwellings', 'propertyMode'),
      related('serves-place', 'backward', '物业单位'),
      ...facts('place', 'parkingSpaces', 'bikeChargers', 'gated', 'renovation', 'fireLaneBlocked'),
    ],
    filters: ['place.compoundKind', 'place.propertyMode', 'place.renovation'],
  },
]

/** The ledgers a worker can start from, by kind. */
export const ledgerTemplates: readonly LedgerTemplate[] = [...people, ...organisations, ...things, ...places]
