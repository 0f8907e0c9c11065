import type { ControlKind } from '../../controls/form'
import { ChoiceControl } from './Choice'
import { ChoicesControl } from './Choices'
import type { ControlRenderer } from './control'
import { DateControl } from './Date'
import { IdNumberControl, PhoneControl } from './Identifier'
import { LongTextControl } from './LongText'
import { NameControl } from './Name'
import { NumberControl } from './Number'
import { PlaceControl } from './Place'
import { TextControl } from './Text'
import { ConsentControl, ExplanationControl } from './Words'
import { YesNoControl } from './YesNo'

/** How each kind of control is shown. A new kind does not compile until it has a renderer. */
export const controlRenderers: Readonly<Record<ControlKind, ControlRenderer>> = {
  text: TextControl,
  'long-text': LongTextControl,
  number: NumberControl,
  date: DateControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  'yes-no': YesNoControl,
  name: NameControl,
  'id-number': IdNumberControl,
  phone: PhoneControl,
  place: PlaceControl,
  explanation: ExplanationControl,
  consent: ConsentControl,
}
