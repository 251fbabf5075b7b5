import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { ConfigurationError } from '../src/errors.ts'
import { benchChat, CHAT_HELP } from './bench/chat/first-claim.ts'
import { benchHttp, HTTP_HELP } from './bench/http.ts'
import { benchPage, PAGE_HELP } from './bench/page.ts'
import { benchQueries, QUERY_HELP } from './bench/query.ts'
import { benchScale } from './bench/scale.ts'
import { benchSoak, SOAK_HELP } from './bench/soak.ts'
import { benchStart, START_HELP } from './bench/start.ts'
import { benchVectors, VECTORS_HELP } from './bench/vectors.ts'

const HELP = `${QUERY_HELP}
  npm run bench -- scale             builds, edits and asks indexes of growing size
${VECTORS_HELP}
${PAGE_HELP}${START_HELP}${HTTP_HELP}${SOAK_HELP}${CHAT_HELP}`

/** `npm run bench`: how long things take on this machine. */
async function main([which, ...args]: readonly string[]): Promise<void> {
  if (which === undefined || which === 'query') return benchQueries(args)
  if (which === 'scale') return benchScale(args)
  if (which === 'vectors') return benchVectors(args)
  if (which === 'page') return benchPage(args)
  if (which === 'start') return benchStart(args)
  if (which === 'http') return benchHttp(args)
  if (which === 'soak') return benchSoak(args)
  if (which === 'chat') return benchChat(args)
  if (which !== '--help' && which !== '-h')
    throw new ConfigurationError('configuration', `There is no benchmark "${which}"\n\n${HELP}`)
  process.stdout.write(HELP)
}

main(process.argv.slice(2)).then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
