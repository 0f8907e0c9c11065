import { createHash } from 'node:crypto'
import { privacyGuideline } from '@zmht/shared/rules'
import { expect, test } from 'vitest'
import { guideline } from './guideline'

test('another text is another version: residents are asked anew', () => {
  const digest = createHash('sha256').update(JSON.stringify(guideline)).digest('base64url').slice(0, 16)
  expect({ version: privacyGuideline, digest }).toEqual({ version: '2026-12', digest: 'okChgpAL42XY8Tgo' })
})
