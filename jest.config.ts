import type { Config } from 'jest'

/** The built mini-programs of WeChat, run as built; every other suite is vitest's. */
const config: Config = {
  rootDir: '.',
  roots: ['<rootDir>/tests/weapp'],
  testEnvironment: 'jsdom',
  transform: { '\\.ts$': '<rootDir>/tests/weapp/typescript.cjs' },
  moduleNameMapper: {
    '^@zmht/shared/(contract|controls|geo|knowledge|permission|problems|rules|templates)$': [
      '<rootDir>/shared/$1/index.ts',
      '<rootDir>/shared/$1.ts',
    ],
    '^@zmht/shared/(.+)$': '<rootDir>/shared/$1.ts',
  },
  testTimeout: 240_000,
  // Two cores: the stack needs one of them.
  maxWorkers: 1,
}

export default config
