export { AllyToolkitError, analyze, Catalogue, compare, evaluate, validate, validateJson } from './index.cjs'
