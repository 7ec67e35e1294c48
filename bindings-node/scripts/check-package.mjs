// Packs the package, checks what it declares, then installs it elsewhere and uses it both ways, with no network.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const shell = process.platform === 'win32'
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', shell })
const folder = mkdtempSync(join(tmpdir(), 'ally-toolkit-'))

try {
  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]))
  console.log(files.map((file) => `${String(file.size).padStart(9)} ${file.path}`).join('\n'))
  const tarball = join(folder, filename)
  console.log(run('npx', ['publint', 'run', tarball, '--strict']))
  console.log(run('npx', ['attw', tarball, '--format', 'ascii']))

  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], folder)
  const use = "console.log(Catalogue.bundled().search({ query: 'mentorat' }).total > 0)"
  const programs = {
    'used.mjs': `import { Catalogue } from 'ally-toolkit'; ${use}`,
    'used.cjs': `const { Catalogue } = require('ally-toolkit'); ${use}`,
  }
  for (const [name, code] of Object.entries(programs)) {
    writeFileSync(join(folder, name), code)
    if (run(process.execPath, [name], folder) !== 'true\n')
      throw new Error(`${name} does not work when installed`)
  }
  console.log('Installed and used, by import and by require.')
} finally {
  rmSync(folder, { recursive: true })
}
