import type { TaskContent } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'

/** A task about one place itself: one item, of which nothing has to be filled in. */
export const communityTask = (): TaskContent => ({
  title: '社区自查',
  basis: '看一看公共区域的消防设备。',
  about: { of: 'places', level: 'community' },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '社区', is: { by: 'target' } }],
    controls: [
      {
        id: 'households',
        kind: 'number',
        label: '户数',
        required: false,
        binding: { subject: 'home', attribute: 'place.households' },
      },
    ],
  },
  due: '2099-12-31',
})

/** The same with a photo that may be put to it. */
export const withPhoto = (content: TaskContent): TaskContent => ({
  ...content,
  form: {
    ...content.form,
    controls: [
      ...content.form.controls,
      {
        id: 'scene',
        kind: 'photo',
        label: '现场照片',
        required: false,
        binding: { subject: content.form.subjects[0]?.key ?? '', own: { type: 'photo' } },
      },
    ],
  },
})
