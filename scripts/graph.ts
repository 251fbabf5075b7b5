import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { drawRooms } from './graph/draw-rooms.ts'
import { importsOfRooms } from './graph/imports-of-rooms.ts'

/** `npm run graph`: draws which folder of src imports which, for DESIGN.md. */
const root = fileURLToPath(new URL('..', import.meta.url))
await writeFile(`${root}docs/graph.svg`, await drawRooms(await importsOfRooms(root)))
