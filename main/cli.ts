import { enableCompileCache } from 'node:module'
import { extname, join } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }

// Compiled code is kept beside the program, where whoever may write could change the program itself; never in the shared temporary folder that Node would
// take by itself, where another user of the machine could lay out code for this one to run. Not writable, it is simply compiled anew.
// Only for the build: the sources, run as they are, lie in a folder of the owner's.
if (import.meta.filename.endsWith('.js')) enableCompileCache(join(import.meta.dirname, '.compiled'))

/** The headless host's entry: next to nothing, since what comes before the cache is compiled at each start. */
void import('./headless/run-process.ts').then(({ runProcess }) =>
  runProcess({
    pages: join(import.meta.dirname, '..', 'renderer'),
    dataWorker: join(import.meta.dirname, `data-worker${extname(import.meta.filename)}`),
    version: packageFile.version,
  }),
)
