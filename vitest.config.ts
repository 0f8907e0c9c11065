import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // What a test makes is soon forgotten: fewer, larger sweeps.
    execArgv: ['--max-semi-space-size=64'],
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'units',
          include: [
            'shared/**/*.test.ts',
            'functions/**/*.test.ts',
            'miniprogram-*/src/**/*.test.ts',
            'infra/test/*.test.ts',
          ],
          exclude,
          // Pure: one process reads what they have in common once.
          isolate: false,
          testTimeout: 400_000,
        },
      },
      {
        test: {
          name: 'tables',
          include: ['tests/{addresses,routing,slices,strangers,faults}/**/*.test.ts'],
          exclude,
          globalSetup: ['tests/shared.setup.ts'],
          // Each file has its own table and environment.
          testTimeout: 400_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
