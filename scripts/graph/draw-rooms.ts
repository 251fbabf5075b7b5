import { instance } from '@viz-js/viz'
import type { RoomImports } from './imports-of-rooms.ts'

/**
 * An SVG of the rooms on their floors, with an arrow from each to those that it imports. An arrow is faint where a path
 * of other arrows leads to the same room.
 *
 * @throws Error where rooms import each other in a circle, as they then have no floors
 */
export async function drawRooms(imports: RoomImports): Promise<string> {
  const viz = await instance()
  return viz.renderString(describeGraph(imports), { format: 'svg', engine: 'dot' })
}

/** The rooms from the lowest floor, which imports no other, to the highest. */
export function floorsOf(imports: RoomImports): string[][] {
  const floors: string[][] = []
  const placed = new Set<string>()
  while (placed.size < imports.size) {
    const floor = [...imports].filter(
      ([room, imported]) => !placed.has(room) && imported.every((each) => placed.has(each)),
    )
    if (floor.length === 0) throw new Error('Rooms import each other in a circle. Run: npm run check')
    for (const [room] of floor) placed.add(room)
    floors.push(floor.map(([room]) => room))
  }
  return floors
}

function describeGraph(imports: RoomImports): string {
  const floors = floorsOf(imports).map((rooms) => `{ rank=same; ${rooms.map(quoted).join('; ')} }`)
  const arrows = [...imports].flatMap(([room, imported]) =>
    imported.map((each) => {
      const isImplied = imported.some((other) => other !== each && reaches(imports, other, each))
      return `${quoted(room)} -> ${quoted(each)}${isImplied ? ' [color="#d4d4d8"; penwidth=.7]' : ''}`
    }),
  )
  return `digraph {
    bgcolor=white; ranksep=.55; nodesep=.3
    node [shape=box; style="rounded,filled"; fillcolor="#eef2ff"; color="#64748b"; fontname="sans-serif"; fontsize=13; height=.35; margin="0.16,0.05"]
    edge [color="#334155"; arrowsize=.6]
    ${[...floors, ...arrows].join('\n')}
  }`
}

function reaches(imports: RoomImports, from: string, to: string): boolean {
  const imported = imports.get(from) ?? []
  return imported.some((room) => room === to || reaches(imports, room, to))
}

function quoted(name: string): string {
  return JSON.stringify(name)
}
