import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores vitest would leave one idle.
    maxWorkers: 2,
    // The validators are built, self-contained modules: transforming them again costs a second each.
    server: { deps: { external: [/\/dist\//] } },
  },
})
