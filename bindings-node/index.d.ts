// The ES module re-exports the CommonJS one, types included, so that a class is the same however it is imported.
export * from './index.cjs'
