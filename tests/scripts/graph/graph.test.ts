import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { drawRooms, floorsOf } from '../../../scripts/graph/draw-rooms.ts'
import { importsOfRooms } from '../../../scripts/graph/imports-of-rooms.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The rooms and arrows of a drawing, in order; where they are drawn is no matter. */
function namesIn(svg: string): string[] {
  return [...svg.matchAll(/<g id="[^"]*" class="(?:node|edge)">\s*<title>(.*?)<\/title>/g)]
    .map(([, title]) => (title as string).replaceAll('&#45;', '-').replaceAll('&gt;', '>'))
    .sort()
}

it('is the drawing in docs/graph.svg; run npm run graph where it is not', async () => {
  const imports = await importsOfRooms(ROOT)
  const arrows = [...imports].flatMap(([room, imported]) => imported.map((each) => `${room}->${each}`))
  expect(namesIn(await readFile(`${ROOT}docs/graph.svg`, 'utf8'))).toEqual(
    [...imports.keys(), ...arrows].sort(),
  )
})

it('draws every room and every arrow', async () => {
  const svg = await drawRooms(
    new Map([
      ['top', ['middle-room', 'bottom']],
      ['middle-room', ['bottom']],
      ['bottom', []],
    ]),
  )
  expect(namesIn(svg)).toEqual(
    ['top', 'middle-room', 'bottom', 'top->middle-room', 'top->bottom', 'middle-room->bottom'].sort(),
  )
})

it('puts a room above all that it imports, and finds no floors in a circle', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', []],
    ['d', []],
  ])
  expect(floorsOf(imports)).toEqual([['c', 'd'], ['b'], ['a']])
  expect(() => floorsOf(new Map([...imports, ['c', ['a']]]))).toThrow('circle')
})
