/** Routing of appeals 诉求分派: what a text is about, where, who answers, what it mentions, and which others tell of the same. Pure. */
export { type AppealSignature, alike, daysAlike, keysOf } from './alike'
export type { Span } from './clauses'
export {
  bounded,
  type Counts,
  gramsOf,
  mostGrams,
  mostKept,
  nothingLearnt,
  type SubjectCounts,
  teach,
  teachGrams,
  together,
  unteach,
  unteachGrams,
} from './counts'
export { departmentFor } from './department'
export { type MentionKind, mentionKinds } from './kinds'
export {
  type AcceptedMention,
  maskOf,
  mentionPatch,
  type NameSaid,
  nameOnly,
  namesIn,
} from './mention'
export { type PlaceCandidate, type PlaceReading, type PlaceSaid, placeOfAppeal } from './place'
export { type DecidingWord, recogniseSubject, type SubjectGuess, type SubjectReading } from './recognise'
export { type AnsweringDepartment, type Grounds, sayReason } from './say'
export { alikeFrom, likeness, sketchOf } from './sketch'
export { type AppealSubject, type SubjectCode, subjectCalled, subjectCodes, subjects } from './subjects'
