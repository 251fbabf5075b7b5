/** Keeps wrangler and workerd off the network: no telemetry, no look for updates, no fetch of `Request.cf`. */
export const WORKER_ENVIRONMENT = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
} as const
