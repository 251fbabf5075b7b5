import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { APPLICATION_ID, BOT, BOT_TOKEN } from './payloads.ts'

interface Packet {
  readonly op: number
  readonly d: unknown
  readonly s: number | null
  readonly t: string | null
}

const MESSAGE_CONTENT_INTENT = 1 << 15

/** The WebSocket half: identify, resume with replay, heartbeats, and everything that can go wrong with a connection. */
export class LoopbackGateway {
  /** How often a session was begun and resumed. */
  identifies = 0
  resumes = 0
  /** As the application's owner has set it in the developer portal. */
  messageContentGranted = false
  intents = 0
  private socket: WebSocket | undefined
  private sessionId: string | undefined
  private sequence = 0
  private sent: Packet[] = []
  private acceptsConnections = true
  private readonly changed: () => void
  private readonly guild: () => unknown

  /** Takes events instead of a connection. */
  onEvent: ((event: string, payload: unknown) => void) | undefined

  /** @param server what connections come to; without one there are none */
  constructor(server: Server | undefined, options: { changed: () => void; guild: () => unknown }) {
    this.changed = options.changed
    this.guild = options.guild
    if (server === undefined) return
    const sockets = new WebSocketServer({ server, verifyClient: () => this.acceptsConnections })
    sockets.on('connection', (socket) => this.greet(socket))
  }

  get connected(): boolean {
    return this.socket !== undefined
  }

  /** Sends an event, or keeps it for the resume while the connection is down, as Discord does. */
  dispatch(t: string, d: unknown): void {
    this.sequence += 1
    const packet = { op: 0, d, s: this.sequence, t }
    if (this.onEvent === undefined) {
      this.sent.push(packet)
      this.socket?.send(JSON.stringify(packet))
    } else {
      this.onEvent(t, d)
    }
  }

  /** Breaks the connection without a word, as a network does. */
  drop(): void {
    this.socket?.terminate()
    this.socket = undefined
    this.changed()
  }

  /** Until called with true again, no connection succeeds. */
  accept(connections: boolean): void {
    this.acceptsConnections = connections
  }

  /** Asks the client to reconnect and resume. */
  requestReconnect(): void {
    this.socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null }))
  }

  /** Ends the session for good: the client has to begin a new one. */
  invalidateSession(): void {
    this.sessionId = undefined
    this.sent = []
    this.socket?.send(JSON.stringify({ op: 9, d: false, s: null, t: null }))
  }

  close(code: number): void {
    this.socket?.close(code)
    this.socket = undefined
  }

  private greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }))
    socket.on('message', (data) => this.hear(socket, JSON.parse(String(data)) as Packet))
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined
      this.changed()
    })
  }

  private hear(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }))
    if (op === 2) this.identify(socket, d as { token: string; intents: number })
    if (op === 6) this.resume(socket, d as { token: string; session_id: string; seq: number })
    this.changed()
  }

  private identify(socket: WebSocket, { token, intents }: { token: string; intents: number }): void {
    const refusal = this.refusal(token, intents)
    if (refusal !== undefined) {
      socket.close(refusal)
      return
    }
    this.identifies += 1
    this.intents = intents
    this.socket = socket
    this.sessionId = `session-${this.identifies}`
    this.sequence = 0
    this.sent = []
    const guild = this.guild() as { id: string }
    this.dispatch('READY', {
      v: 10,
      user: BOT,
      guilds: [{ id: guild.id, unavailable: true }],
      session_id: this.sessionId,
      resume_gateway_url: this.url(socket),
      shard: [0, 1],
      application: { id: APPLICATION_ID, flags: 0 },
    })
    this.dispatch('GUILD_CREATE', guild)
  }

  private resume(
    socket: WebSocket,
    { token, session_id, seq }: { token: string; session_id: string; seq: number },
  ) {
    if (token !== BOT_TOKEN || session_id !== this.sessionId) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }))
      return
    }
    this.resumes += 1
    this.socket = socket
    for (const packet of this.sent) if ((packet.s ?? 0) > seq) socket.send(JSON.stringify(packet))
    this.dispatch('RESUMED', {})
  }

  /** The code that Discord closes a connection with that it will not have. */
  private refusal(token: string, intents: number): number | undefined {
    if (token !== BOT_TOKEN) return 4004
    return !this.messageContentGranted && (intents & MESSAGE_CONTENT_INTENT) !== 0 ? 4014 : undefined
  }

  private url(socket: WebSocket): string {
    const { localPort } = (socket as unknown as { _socket: { localPort: number } })._socket
    return `ws://127.0.0.1:${localPort}`
  }
}
