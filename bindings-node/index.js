export { AllyToolkitError, Catalogue, analyze, validate, validateJson } from './index.cjs'
