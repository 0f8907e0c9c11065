import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'shared/**/*.test.ts',
      'functions/**/*.test.ts',
      'miniprogram-*/src/**/*.test.ts',
      'infra/test/*.test.ts',
      'tests/{addresses,routing,slices,strangers,faults}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/shared.setup.ts'],
    // Each file has its own table and environment.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 400_000,
    hookTimeout: 400_000,
    reporters: ['default'],
  },
})
