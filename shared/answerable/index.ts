/** Who is answerable for a person, an organisation or a thing: derived from what is known of it, never typed in. Pure. */
export {
  type Answer,
  answersOf,
  areRivals,
  type Finding,
  findingsOf,
  type Ground,
  general,
  type Holder,
  isGone,
  tiesElsewhere,
  type What,
  whats,
} from './answer'
export { type Names, sayAnswer, sayFinding, sayTie, sayTimes } from './say'
export { generalSector, type SectorRule, type Supervision, supervisionsOf } from './sector'
export {
  type Basis,
  bases,
  othersOf,
  type PlaceOf,
  type Subject,
  type Tie,
  type Times,
  tiesOf,
  tiesTurnOn,
} from './tie'
