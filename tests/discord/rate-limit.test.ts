import { createRateLimit } from '../../src/discord/rate-limit.ts'
import { rateLimitContract } from '../contracts/discord-rate-limit.ts'

rateLimitContract('The memory', createRateLimit)
