export {
  AllyToolkitError,
  analyze,
  Catalogue,
  compare,
  describeSnapshot,
  evaluate,
  validate,
  validateJson,
  verifySnapshot,
} from './index.cjs'
