/**
 * The address of the client that a request comes from, as seen through so many proxies of one's own. Each of them appends
 * the address that it was called from to `X-Forwarded-For`; what stands further left is what the client itself has sent,
 * and proves nothing.
 *
 * @param remote address at the other end of the connection
 * @param forwardedFor the header `X-Forwarded-For`
 * @param proxies how many proxies stand before the service
 */
export function clientAddress(remote: string, forwardedFor: string | undefined, proxies: number): string {
  const forwarded = (forwardedFor ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
  const chain = [...forwarded, remote]
  return chain.at(-1 - proxies) ?? chain[0] ?? remote
}

/**
 * What limits count by: an IPv4 address, or the network of an IPv6 address (its first 64 bits), as a single client has
 * all of that to choose from.
 */
export function networkOf(address: string): string {
  const bare = withoutPort(address.trim().toLowerCase())
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  return bare.includes(':') ? `${firstGroups(bare)}::/64` : bare
}

/** Some proxies append the port of the connection, and brackets around what has colons of its own. */
function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(address)?.[1]
  if (bracketed !== undefined) return bracketed.replace(/%.*$/, '')
  return address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/%.*$/, '')
}

/** The first four of the eight groups of an IPv6 address, of which `::` stands for as many zeros as are missing. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
