import { type Duty, duties } from '../permission/duty'
import type { AppealSubject } from './subjects'

/** Who answers, for what, and as what. */
export interface AnsweringDepartment {
  readonly organisation: string
  /** The duty by which it answers: the subject's own, or the general one where nobody holds that. */
  readonly duty: Duty
}

/** What a proposal rests on. */
export interface Grounds {
  /** Absent where nothing was recognised. */
  readonly subject?: Pick<AppealSubject, 'says' | 'duty'>
  readonly sure: boolean
  /** The place as briefly as is clear; absent where none is known. */
  readonly place?: string
  readonly from: 'text' | 'home' | 'nothing'
  readonly department?: AnsweringDepartment
}

/** Why an appeal goes where it is proposed to go, in plain words. */
export function sayReason({ subject, sure, place, from, department }: Grounds): string {
  const said =
    subject === undefined
      ? '还看不出说的是哪一类事'
      : `${sure ? '说的是' : '可能说的是'}${subject.says}，归“${duties[subject.duty]}”`
  const where = place === undefined ? '' : from === 'home' ? `没写在哪里，先按住址${place}` : place
  if (department === undefined) {
    const why = place === undefined ? '还不知道是哪里的事' : `${where}还没有登记由哪个单位负责`
    return `${said}；${why}。`
  }
  const { organisation } = department
  if (subject === undefined) return `${said}；${where}先由${organisation}按“${duties.territory}”接手。`
  if (department.duty === subject.duty) return `${said}；${where}由${organisation}负责。`
  return `${said}；${where}没有单位登记负责“${duties[subject.duty]}”，先由${organisation}按“${duties[department.duty]}”接手。`
}
