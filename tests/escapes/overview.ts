import type { Escape, Scene } from './scene'

/** Of the pages officials begin with. */
export const overviewEscapes = ({ office }: Scene): readonly Escape[] => [
  [
    'overview.arrangeRole',
    'the page of a role of the organisation above',
    'worker',
    () => ({
      params: { organisationId: office(), role: 'service-worker' },
      body: { sections: ['tools'], tools: [] },
    }),
    '403 forbidden',
  ],
]
