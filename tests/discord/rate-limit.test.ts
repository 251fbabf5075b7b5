import { createRateLimit } from '../../src/discord/rate-limit.ts'
import { describeRateLimit } from '../contracts/discord-rate-limit.ts'

describeRateLimit('The memory', createRateLimit)
