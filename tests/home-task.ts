import type { TaskContent } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'

/** Every home is asked what gas it cooks with; who lives there may say it themself, and the community looks at it. */
export const homeTask = (title: string): TaskContent => ({
  title,
  basis: '入冬前登记每一户做饭用什么气，好安排免费的安全检查。',
  about: { of: 'places', level: 'door' },
  selfFill: 'checked',
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '这套房子', is: { by: 'target' } }],
    controls: [
      {
        id: 'gas',
        kind: 'choice',
        label: '做饭用什么气',
        required: true,
        binding: { subject: 'home', attribute: 'place.gasSupply' },
      },
      {
        id: 'area',
        kind: 'number',
        label: '建筑面积',
        hint: '按房产证填写',
        required: true,
        binding: { subject: 'home', attribute: 'place.areaSquareMetres' },
      },
    ],
  },
  due: '2099-12-31',
})
