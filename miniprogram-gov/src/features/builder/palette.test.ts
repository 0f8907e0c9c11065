import { checkForm, type Form } from '@zmht/shared/controls'
import { baseKnowledge } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { insertAfter } from './arrange'
import { foundItems, type PaletteItem, usualItems } from './palette'
import { ownGroup } from './pieces'
import { blankForm } from './service-draft'

const added = (form: Form, item: PaletteItem): Form => ({
  ...form,
  subjects: [...form.subjects, ...item.subjects],
  controls: insertAfter(form.controls, item.controls, undefined),
})
const group = ownGroup()
const grouped: Form = {
  ...blankForm,
  subjects: [...group.subjects, ...blankForm.subjects],
  controls: [...blankForm.controls, ...group.controls],
}

describe('whatever is picked can be published', () => {
  test.each(['行动不便', '照片', '单位', '物品', '住址', '月租', '电梯', '车牌', '备注', '签名', '证明'])(
    '%s',
    (words) => {
      for (const form of [blankForm, grouped]) {
        const items = foundItems(baseKnowledge, form, words, 'applicant').filter(({ already }) => !already)
        for (const item of items) expect(checkForm(baseKnowledge, added(form, item))).toEqual([])
      }
    },
  )

  test('also what is usually asked, of each it is asked of', () => {
    for (const subject of grouped.subjects) {
      for (const item of usualItems(baseKnowledge, grouped, subject).filter(({ already }) => !already)) {
        expect(checkForm(baseKnowledge, added(grouped, item))).toEqual([])
      }
    }
  })
})

test('files, and organisations to choose, can be asked for', () => {
  const kinds = (words: string) =>
    foundItems(baseKnowledge, blankForm, words, 'applicant').flatMap((one) => one.controls.map(({ kind }) => kind))
  expect(kinds('照片')).toContain('photo')
  expect(kinds('单位')).toContain('entity')
})

test('a group of own questions is asked nothing that is recorded', () => {
  const [own] = grouped.subjects
  expect(own && usualItems(baseKnowledge, grouped, own)).toEqual([])
  const items = foundItems(baseKnowledge, grouped, '备注', own?.key)
  expect(items.flatMap((one) => one.controls).some(({ binding }) => binding?.subject === own?.key)).toBe(false)
})
