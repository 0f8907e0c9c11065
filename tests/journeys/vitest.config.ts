import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The journeys of a lane share one system, so what one leaves behind the next one sees: they go in the same order on every machine, and into the same
 * lanes (`--shard`): by name, one here, the next there.
 */
class ByName extends BaseSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index = 1, count = 1 } = this.ctx.config.shard ?? {}
    return (await this.sort(files)).filter((_file, position) => position % count === index - 1)
  }

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
  }
}

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    // One process reads what they have in common once.
    isolate: false,
    sequence: { sequencer: ByName },
    setupFiles: ['tests/journeys/one-story.ts'],
  },
})
