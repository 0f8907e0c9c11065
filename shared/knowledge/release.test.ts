import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  baseKnowledge,
  type Change,
  type Claim,
  changeProblems,
  compareVersions,
  type Knowledge,
  type Release,
  upgradeClaims,
  upgradeFact,
  type Value,
  versionAfter,
  weightOf,
  withRelease,
  withReleases,
} from './index'

const prose = {
  english: 'a thing',
  definition: '用来说明修订怎样进行。',
  standard: 'own',
  form: '社区登记表',
  words: [],
}
const addition = (code: string, name: string, type = 'text:20', many = false): Change => ({
  do: 'add-attribute',
  attribute: { code, of: 'person', name, type, many, sensitivity: 'personal' },
  prose,
})
const says = (...changes: readonly Change[]) => changeProblems(baseKnowledge, changes).map(({ message }) => message)

/** Publishes changes one release after another. */
function publish(knowledge: Knowledge, ...steps: readonly (readonly Change[])[]): Knowledge {
  return steps.reduce((now, changes) => {
    const release: Release = {
      version: versionAfter(now, changes),
      previous: now.version,
      at: '2026-11-25T00:00:00.000Z',
      by: '某人',
      summary: '',
      changes,
    }
    return withRelease(now, release)
  }, knowledge)
}

describe('a revision is refused', () => {
  test.each<[string, Change, string]>([
    ['under a code there is', addition('person.name', '大名'), '已有这个编号的属性，请换一个'],
    ['under a name there is', addition('person.newName', '姓名'), '已有同名的属性'],
    ['under a code of another kind', addition('place.newName', '新名称'), '编号的写法不对'],
    [
      'with a way of answering there is not',
      addition('person.newName', '新名称', 'poem:5'),
      '填写方式不对，或者没有这个代码表',
    ],
    ['with several texts', addition('person.newName', '新名称', 'text:5', true), '只有选项和文件可以有多个'],
    [
      'that changes what an attribute means',
      { do: 'revise-attribute', code: 'person.livingAlone', type: 'text:20' },
      '填写方式变了，请另加一个属性，并停用这一个',
    ],
    [
      'that gives up what identifies people',
      { do: 'deprecate-attribute', code: 'person.idNumber' },
      '别的资料由它得出，或者靠它辨认是谁，不能停用',
    ],
    [
      'with a successor of another kind',
      { do: 'deprecate-attribute', code: 'person.livingAlone', successor: 'place.hasLift' },
      '接替的属性要属于同一类',
    ],
    [
      'of a list there is not',
      { do: 'add-codes', list: 'no-such', items: [{ code: '1', name: '一' }] },
      '没有这个代码表',
    ],
    [
      'with a code that is taken',
      { do: 'add-codes', list: 'sex', items: [{ code: '1', name: '某' }] },
      '选项的代码或名称重复',
    ],
  ])('%s', (_, change, message) => {
    expect(says(change)).toContain(message)
  })

  test('naming which of several does not hold; what stands before it counts', () => {
    const list: Change = {
      do: 'add-list',
      id: 'mood',
      name: '心情',
      items: [
        { code: '1', name: '好' },
        { code: '2', name: '不好' },
      ],
      source: '社区关怀表',
    }
    expect(changeProblems(baseKnowledge, [addition('person.mood', '心情', 'code:mood'), list])).toMatchObject([
      { at: 0 },
    ])
    expect(changeProblems(baseKnowledge, [list, addition('person.mood', '心情', 'code:mood')])).toEqual([])
  })
})

describe('a version says how much it asks of those who use the system', () => {
  test.each<[string, Change, 'patch' | 'minor' | 'major']>([
    [
      'another definition',
      { do: 'revise-attribute', code: 'person.name', prose: { definition: '换个说法，意思不变。' } },
      'patch',
    ],
    ['another attribute', addition('person.newFact', '新的事实'), 'minor'],
    ['a longer text', { do: 'revise-attribute', code: 'event.note', type: 'text:800' }, 'minor'],
    ['a shorter text', { do: 'revise-attribute', code: 'event.note', type: 'text:10' }, 'major'],
    ['more protection', { do: 'revise-attribute', code: 'person.email', sensitivity: 'sensitive' }, 'major'],
    ['no longer asked', { do: 'deprecate-attribute', code: 'person.livingAlone' }, 'major'],
  ])('%s is %s', (_, change, weight) => {
    expect(weightOf(baseKnowledge, change)).toBe(weight)
    const next = versionAfter(baseKnowledge, [change])
    expect(compareVersions(next, baseKnowledge.version)).toBeGreaterThan(0)
    expect(publish(baseKnowledge, [change]).version).toBe(next)
  })

  test('versions compare by number, not by letter', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
    expect(compareVersions('2.0.0', '2.0.0')).toBe(0)
  })
})

describe('facts said under an older version', () => {
  const successors = publish(
    baseKnowledge,
    [
      {
        do: 'add-list',
        id: 'company',
        name: '同住情况',
        items: [
          { code: '1', name: '独居' },
          { code: '2', name: '与家人同住' },
        ],
        source: '养老服务登记表',
      },
      addition('person.company', '同住情况', 'code:company'),
      addition('person.heightM', '身高（米）', 'number:0..3:米:2'),
      addition('person.isHappy', '是否愉快', 'yes-no'),
    ],
    [
      {
        do: 'deprecate-attribute',
        code: 'person.heightCm',
        successor: 'person.heightM',
        upgrade: { kind: 'scale', factor: 0.01 },
      },
      {
        do: 'deprecate-attribute',
        code: 'person.bloodType',
        successor: 'person.company',
        upgrade: { kind: 'codes', to: { '1': '2', '2': '1' } },
      },
    ],
    [
      {
        do: 'deprecate-attribute',
        code: 'person.company',
        successor: 'person.isHappy',
        upgrade: { kind: 'yes-when', codes: ['2'] },
      },
    ],
  )

  test.each<[string, Value, string, Value]>([
    ['person.name', '张三', 'person.name', '张三'],
    ['person.heightCm', 165, 'person.heightM', 1.65],
    ['person.bloodType', '1', 'person.isHappy', true],
    ['person.bloodType', '2', 'person.isHappy', false],
    // What cannot be carried over stays as it was said.
    ['person.bloodType', '5', 'person.bloodType', '5'],
  ])('%s %j is read as %s %j', (code, value, after, read) => {
    expect(upgradeFact(successors, code, value)).toEqual({ code: after, value: read })
  })

  test('of a former and its successor the one said later counts, and nothing is lost', () => {
    const claim = (value: Value, at: string): Claim => ({
      value,
      at,
      version: '1.0.0',
      source: { kind: 'self', id: 'r', label: '' },
      by: 'a1',
      authority: 'own',
    })
    const claims = { 'person.heightCm': [claim(170, '2026-01-01')], 'person.heightM': [claim(1.6, '2025-01-01')] }
    expect(upgradeClaims(successors, claims)).toMatchObject({ 'person.heightM': [{ value: 1.7, at: '2026-01-01' }] })
    expect(Object.keys(upgradeClaims(successors, { 'person.bloodType': [claim('5', '2026-01-01')] }))).toEqual([
      'person.bloodType',
    ])
  })

  test('over any run of versions a fact is read as by the steps one after another, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 99 }),
        (factors, value) => {
          let knowledge = publish(baseKnowledge, [addition('person.step0', '第0步', 'number:0..10000000000000')])
          let expected = value
          let code = 'person.step0'
          for (const [step, factor] of factors.entries()) {
            const next = `person.step${step + 1}`
            knowledge = publish(
              knowledge,
              [addition(next, `第${step + 1}步`, 'number:0..10000000000000')],
              [{ do: 'deprecate-attribute', code, successor: next, upgrade: { kind: 'scale', factor } }],
            )
            code = next
            expected *= factor
          }
          const read = upgradeFact(knowledge, 'person.step0', value)
          expect(read).toEqual({ code, value: expected })
          expect(upgradeFact(knowledge, read.code, read.value)).toEqual(read)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what was deployed and what was published since', () => {
  const release = (version: string, previous: string, ...changes: readonly Change[]): Release => ({
    version,
    previous,
    at: '2026-11-25T00:00:00.000Z',
    by: '某人',
    summary: '',
    changes,
  })

  test('together are the system in force', () => {
    const [major = 0, minor = 0] = baseKnowledge.version.split('.').map(Number)
    const next = `${major}.${minor + 1}.0`
    const knowledge = withReleases(baseKnowledge, [
      release(next, baseKnowledge.version, addition('person.newFact', '新的事实')),
    ])
    expect(knowledge.version).toBe(next)
    expect(knowledge.attribute('person.newFact')?.name).toBe('新的事实')
    expect(baseKnowledge.attribute('person.newFact')).toBeUndefined()
  })

  test('a change may lean on one before it in the same release', () => {
    const knowledge = withReleases(baseKnowledge, [
      release('2.0.0', baseKnowledge.version, addition('person.newFact', '新的事实'), {
        do: 'deprecate-attribute',
        code: 'person.livingAlone',
        successor: 'person.newFact',
      }),
    ])
    expect(knowledge.attribute('person.livingAlone')?.deprecated?.successor).toBe('person.newFact')
  })

  test('a release that follows another version is refused where order matters', () => {
    expect(() =>
      withRelease(baseKnowledge, release('9.0.0', '8.0.0', addition('person.newFact', '新的事实'))),
    ).toThrow()
  })

  test('a deployment that meanwhile brings the same attribute keeps its own', () => {
    const deployed = publish(baseKnowledge, [addition('person.newFact', '部署带来的')])
    const knowledge = withReleases(deployed, [
      release('1.1.1', '1.1.0', addition('person.newFact', '以前发布的'), addition('person.other', '另一个')),
    ])
    expect(knowledge.attribute('person.newFact')?.name).toBe('部署带来的')
    expect(knowledge.attribute('person.other')?.name).toBe('另一个')
    expect(knowledge.version).toBe(deployed.version)
  })
})
