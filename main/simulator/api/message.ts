// What goes in and out of the simulator, whoever carries it: the SDK's HTTP client or a socket.
export interface SimulatorRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of an upload (multipart) one character for each byte, else text. */
  readonly body: string;
}

export interface SimulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection breaks before the whole body is through. */
  readonly truncated?: true;
}

/** No answer arrives: silence until the caller gives up, or a connection that closes. */
export class TransportFailure extends Error {
  readonly kind: 'timeout' | 'reset';
  constructor(kind: 'timeout' | 'reset') {
    super(kind === 'timeout' ? 'No answer from the simulator' : 'Connection closed by the simulator');
    this.name = 'TransportFailure';
    this.kind = kind;
  }
}
