export {
  AllyToolkitError,
  analyze,
  Catalogue,
  compare,
  describeSnapshot,
  evaluate,
  parseQuery,
  validate,
  validateJson,
  verifySnapshot,
  writeQuery,
} from './index.cjs'
