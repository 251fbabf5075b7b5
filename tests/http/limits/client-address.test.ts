import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf } from '../../../src/http/limits/client-address.ts'

describe('clientAddress', () => {
  it('heeds no header where there is no proxy', () => {
    expect(clientAddress('192.0.2.1', '203.0.113.9', 0)).toBe('192.0.2.1')
  })

  it('takes what the outermost of one’s own proxies has seen', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.9', 1)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', '203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  })

  it('believes nothing that the client itself may have sent', () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { maxLength: 5 }), fc.ipV4(), (invented, client) => {
        const header = [...invented, client].join(', ')
        expect(clientAddress('10.0.0.1', header, 1)).toBe(client)
      }),
    )
  })
})

describe('networkOf', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('counts all addresses of one network, and no other, together', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 })
    const addressOf = (head: number[], tail: number[]) =>
      [...head, ...tail].map((group) => group.toString(16)).join(':')
    fc.assert(
      fc.property(groups, groups, groups, (head, one, other) => {
        const address = addressOf(head, one)
        expect(isIPv6(address)).toBe(true)
        expect(networkOf(addressOf(head, other))).toBe(networkOf(address))
        const elsewhere = [(head[0] ?? 0) ^ 1, ...head.slice(1)]
        expect(networkOf(addressOf(elsewhere, one))).not.toBe(networkOf(address))
      }),
    )
  })
})
