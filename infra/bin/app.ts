import { fileURLToPath } from 'node:url'
import { bundleAll, sizeTable } from '../../functions/bundle.mjs'
import { createApp } from '../app'

// Bundled here and not in a step before: what is deployed is always what the source says.
// The table goes to stderr, because the CDK's command owns stdout.
console.error(sizeTable(await bundleAll()))
createApp({ assets: fileURLToPath(new URL('../../functions/dist', import.meta.url)) }).synth()
