import { expect, test } from 'vitest'
import { briefingWords } from './briefing'

const quiet = { place: '朝阳区', came: 0, closed: 2, open: 5, late: 0, newlyLate: 0, lateItems: 0, where: [] }

test.each([
  ['a quiet day', quiet, '朝阳区昨天新来诉求 0 件，办结 2 件，在办 5 件。没有超时的诉求。任务没有逾期。'],
  [
    'what became late',
    { ...quiet, late: 3, newlyLate: 2, lateItems: 4, where: [{ name: '望京街道', late: 3 }] },
    '朝阳区昨天新来诉求 0 件，办结 2 件，在办 5 件。超时 3 件，比前天多 2 件，最多的是望京街道 3 件。任务项逾期 4 项。',
  ],
])('%s is told in three sentences', (_, briefing, words) => expect(briefingWords(briefing)).toBe(words))
