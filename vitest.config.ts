import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 30_000,
    // The validators are built, self-contained modules: transforming them again costs a second each.
    server: { deps: { external: [/\/dist\//] } },
  },
})
