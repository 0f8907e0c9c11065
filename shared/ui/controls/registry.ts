import type { ControlKind } from '../../controls/form'
import { ChoiceControl } from './Choice'
import { ChoicesControl } from './Choices'
import { ComputedControl } from './Computed'
import type { ControlRenderer } from './control'
import { EntityControl } from './Entity'
import { FileControl, PhotoControl } from './Files'
import { IdNumberControl, PlateControl, UsccControl } from './Identifier'
import { LongTextControl } from './LongText'
import { MatrixControl } from './Matrix'
import { DateControl, DateRangeControl, DateTimeControl, MonthControl, TimeControl, TimeRangeControl } from './Moment'
import { MoneyControl } from './Money'
import { NameControl } from './Name'
import { NumberControl } from './Number'
import { PhoneControl } from './Phone'
import { PlaceControl } from './Place'
import { PointControl } from './Point'
import { SectionControl } from './Section'
import { SignatureControl } from './Signature'
import { TextControl } from './Text'
import { ConsentControl, ExplanationControl } from './Words'
import { YesNoControl } from './YesNo'

/** How each kind of control is shown. A new kind does not compile until it has a renderer. */
export const controlRenderers: Readonly<Record<ControlKind, ControlRenderer>> = {
  text: TextControl,
  'long-text': LongTextControl,
  number: NumberControl,
  money: MoneyControl,
  date: DateControl,
  month: MonthControl,
  time: TimeControl,
  datetime: DateTimeControl,
  'date-range': DateRangeControl,
  'time-range': TimeRangeControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  'yes-no': YesNoControl,
  name: NameControl,
  'id-number': IdNumberControl,
  phone: PhoneControl,
  uscc: UsccControl,
  plate: PlateControl,
  place: PlaceControl,
  point: PointControl,
  entity: EntityControl,
  photo: PhotoControl,
  file: FileControl,
  signature: SignatureControl,
  computed: ComputedControl,
  section: SectionControl,
  matrix: MatrixControl,
  explanation: ExplanationControl,
  consent: ConsentControl,
}
