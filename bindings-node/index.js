export {
  AllyToolkitError,
  analyze,
  Catalogue,
  compare,
  describeSnapshot,
  evaluate,
  highlightHtml,
  parseQuery,
  validate,
  validateJson,
  verifySnapshot,
  writeQuery,
} from './index.cjs'
