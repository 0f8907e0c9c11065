export * from './charts'
export { entitySourceOf } from './client/entities'
export { announcementOf, type Files, filesOf, ownItemFilesOf, requestFilesOf, unsentFiles } from './client/files'
export { type KnowledgeSource, knowledgeSourceOf } from './client/knowledge'
export { placeSourceOf } from './client/places'
export { forgetPlaces } from './client/recent-places'
export { createSession, type Session, type SessionState } from './client/session'
export type {
  ControlProps,
  ControlRenderer,
  EntitySource,
  FileStore,
  FormSurroundings,
  PickedFile,
} from './controls/control'
export { FilesShown } from './controls/FilesShown'
export { MatrixRows } from './controls/Matrix'
export { groundTiles, onGround } from './controls/map-ground'
export { PhotosField } from './controls/PhotosField'
export { controlRenderers } from './controls/registry'
export { useEntityName } from './controls/useEntityName'
export { usePlaceName } from './controls/usePlaceName'
export { AnswerFiles } from './domain/AnswerFiles'
export { CommunityPageView, callWords, Lines, OpenNow } from './domain/CommunityPageView'
export type { Finder, Found } from './domain/find-places'
export { PersonCard } from './domain/PersonCard'
export { PictureMark } from './domain/PictureMark'
export { PlaceInput } from './domain/PlaceInput'
export { PlaceLine } from './domain/PlaceLine'
export { PlacePicker, PlacesPicker } from './domain/PlacePicker'
export type { PathStep, PlaceSource } from './domain/place-source'
export { DueTag, RequestCard, RequestStateTag } from './domain/RequestCard'
export { ServiceCard } from './domain/ServiceCard'
export { usePlaceFinder } from './domain/usePlaceFinder'
export { WindowedRows } from './domain/WindowedRows'
export { AnswersView, type AnswersViewProps } from './form/AnswersView'
export { AttributeField } from './form/AttributeField'
export { CorrectionSheet } from './form/CorrectionSheet'
export { correctionOf, isCorrectable, valueBefore } from './form/correction'
export * from './form/draft'
export { answerAnchor, FormView, type FormViewProps } from './form/FormView'
export { formatAge, formatDue, formatExact, formatMoment, formatWhen, nowInstant } from './format/when'
export { goBack, goOnTo, goTo, goToTop } from './frame/go'
export { Loaded } from './frame/Loaded'

export { MoreOfList } from './frame/MoreOfList'
export type { Navigation, NavigationEntry } from './frame/Navigation'
export { PagedList } from './frame/PagedList'
export { Screen, type ScreenProps } from './frame/Screen'
export { toast } from './frame/toast'
export { setElder, useElder } from './hooks/elder'
export { respectMotion } from './hooks/motion'
export { useNow } from './hooks/now'
export {
  createResource,
  forgetResources,
  type LoadedResource,
  type Page,
  type Paged,
  type Resource,
  usePaged,
  useResource,
} from './hooks/resource'
export { createStore, type Store, useStore } from './hooks/store'
export { useWide } from './hooks/wide'
export * from './map'
export { Box, type BoxProps } from './primitives/Box'
export { Button, type ButtonProps, type ButtonVariant } from './primitives/Button'
export { Card, Section } from './primitives/Card'
export {
  Checkbox,
  CheckboxList,
  type ChoiceOption,
  RadioList,
  Rating,
  SegmentedControl,
  Switch,
} from './primitives/Choice'
export { Combobox, type ComboboxGroup, type ComboboxOption } from './primitives/Combobox'
export { DateTimePicker } from './primitives/DateTimePicker'
export { Field } from './primitives/Field'
export { FilePickButton } from './primitives/FilePickButton'
export { FilePreview, isPicture, type OpenedFile } from './primitives/FilePreview'
export { Icon, type IconName, iconNames } from './primitives/Icon'
export { KeyValue, List, ListRow } from './primitives/List'
export { LongCheckboxList } from './primitives/LongCheckboxList'
export { DatePicker, MonthPicker, Select, TimePicker } from './primitives/Pick'
export { AgreePrivacyButton, PhoneNumberButton, Pressable } from './primitives/Pressable'
export { type Bar, BarList, ProgressBar } from './primitives/Progress'
export { placeTaken } from './primitives/position'
export { RangeField } from './primitives/RangeField'
export { RemovableTag } from './primitives/RemovableTag'
export { ConfirmSheet, Sheet } from './primitives/Sheet'
export { Row, Stack } from './primitives/Stack'
export {
  EmptyState,
  ErrorState,
  Notice,
  ProblemNotice,
  problemWords,
  Skeleton,
  SkeletonList,
} from './primitives/States'
export { postFile } from './primitives/send-file'
export { Badge, Tag, type Tone } from './primitives/Tag'
export { Heading, Text } from './primitives/Text'
export { SearchInput, TextArea, TextInput } from './primitives/TextInput'
export { Timeline, type TimelineStep } from './primitives/Timeline'
