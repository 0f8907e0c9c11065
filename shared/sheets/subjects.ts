import type { Subject } from '../controls/form'
import type { Knowledge } from '../knowledge/system'
import type { EntityKind } from '../knowledge/types'
import type { Reach } from './found'

/** The subjects of a proposed form, put down as columns ask for them. */
export interface Cast {
  readonly subjects: readonly Subject[]
  /** @returns the subject that is said of when a column names nobody */
  of(kind: EntityKind): Subject
  /** @returns the subject reached as a column says, or nothing when a form cannot tell them from another */
  reached(reach: Reach): Subject | undefined
  /** @returns the subject that an attribute of a relation is said of */
  by(relation: string): Subject | undefined
}

const applicant: Subject = { key: 'applicant', kind: 'person', name: '填写人', is: { by: 'actor' } }
const request: Subject = { key: 'request', kind: 'event', name: '本次登记', is: { by: 'submission' } }

/** @param aboutChildren the rows are children: somebody fills the form in for them */
export function castFor(knowledge: Knowledge, main: EntityKind, aboutChildren: boolean): Cast {
  const subjects: Subject[] = [applicant]
  const words = new Map<string, string>()
  const put = (subject: Subject): Subject => {
    const there = subjects.find(({ key }) => key === subject.key)
    if (!there) subjects.push(subject)
    return there ?? subject
  }
  const by = (
    key: string,
    kind: EntityKind,
    name: string,
    relation: string,
    of: Subject,
    direction: 'forward' | 'backward',
  ) => put({ key, kind, name, is: { by: 'relation', relation, of: of.key, direction } })

  function of(kind: EntityKind): Subject {
    switch (kind) {
      case 'person':
        return main === 'person' && aboutChildren
          ? by('child', 'person', '孩子', 'parent', applicant, 'forward')
          : applicant
      case 'event':
        return put(request)
      case 'thing':
        return by('thing', 'thing', '登记的物品', 'owned-by', applicant, 'backward')
      case 'organisation':
        return by('organisation', 'organisation', '登记的单位', 'legal-representative-of', applicant, 'forward')
      case 'place':
        if (main === 'person') return by('home', 'place', '住处', 'resides-at', of('person'), 'forward')
        if (main === 'thing') return by('site', 'place', '所在地点', 'located-at', of('thing'), 'forward')
        if (main === 'organisation')
          return by('site', 'place', '单位所在地', 'seated-at', of('organisation'), 'forward')
        return by('site', 'place', '登记的地点', 'at', of('event'), 'forward')
    }
  }

  function reached(reach: Reach): Subject | undefined {
    const source = of(reach.from)
    // Who owns the thing, stands for the organisation or has the child fills the form in.
    if (source.is.by === 'relation' && source.is.of === applicant.key && source.is.relation === reach.relation) {
      if (reach.relation !== 'parent') return applicant
    }
    if (reach.relation === 'guardian' && source.key === 'child') return applicant
    const type = knowledge.relationType(reach.relation)
    if (!type) return undefined
    const key = `${reach.relation}-${reach.direction === 'forward' ? 'to' : 'from'}-${source.key}`.slice(0, 32)
    // 父亲 and 母亲 are reached alike: the second is asked without being linked.
    if ((words.get(key) ?? reach.word) !== reach.word) return undefined
    words.set(key, reach.word)
    const kind = reach.direction === 'forward' ? type.to : type.from
    return by(key, kind, reach.word, reach.relation, source, reach.direction)
  }

  return {
    subjects,
    of,
    reached,
    by: (relation) => subjects.find(({ is }) => is.by === 'relation' && is.relation === relation),
  }
}
