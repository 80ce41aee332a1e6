/** A local Teams could not be started; the message is a sentence for the person who tried. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}
