import { defineConfig } from 'vitest/config'

// Synthesising both partitions takes seconds, once per file.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } })
