import { Catalogue } from 'ally-toolkit'
import { HtmlValidate } from 'html-validate'
import { createApp } from '../src/app.js'

/** @import { Language } from 'ally-toolkit' */

export const catalogue = Catalogue.bundled()
export const app = createApp(catalogue)

/** @type {Language[]} */
export const LANGUAGES = ['en', 'fr']

/** The path of each page of each toolkit, after the language. */
export const toolkitPaths = catalogue
  .toolkits()
  .flatMap(({ key, pages }) => pages.map((page) => `/toolkits/${key}/${page}`))

/**
 * @param {string} path
 * @param {Record<string, string>} [headers]
 */
export async function get(path, headers = {}) {
  const response = await app.request(path, { headers })
  return { response, status: response.status, text: await response.text() }
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The titles of works are as long as they are: cut, they would be read out cut.
    'long-title': 'off',
    // The values of a facet share its name, as those of a group of radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // `role="search"` is understood by more readers than `<search>` today.
    'prefer-native-element': ['error', { exclude: ['search'] }],
  },
})

/**
 * What is wrong with a page, as one line for each problem.
 *
 * @param {string} markup
 */
export async function problems(markup) {
  const { results } = await validator.validateString(markup)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector})`,
    ),
  )
}
