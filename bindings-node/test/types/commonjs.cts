// Read by tsc, never run: `require` gets the same types.

import toolkit = require('ally-toolkit')

const catalogue: toolkit.Catalogue = toolkit.Catalogue.bundled()
const total: number = catalogue.search({ query: 'ally' }).total
const language: toolkit.Language = catalogue.page('men-as-allies/home', 'fr').title.language
export = { total, language }
