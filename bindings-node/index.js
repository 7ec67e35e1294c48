export { AllyToolkitError, analyze, Catalogue, validate, validateJson } from './index.cjs'
