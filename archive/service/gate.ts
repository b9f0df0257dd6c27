/** Work passes while it is open, and waits while it is shut. Open at first. */
export class Gate {
  #shut: { opened: Promise<void>; open: () => void } | undefined;

  shut(): void {
    if (this.#shut !== undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#shut = { opened: promise, open: resolve };
  }

  open(): void {
    this.#shut?.open();
    this.#shut = undefined;
  }

  /** Resolves when it is open. @throws the signal's reason as soon as it is aborted */
  async passed(signal: AbortSignal): Promise<void> {
    while (this.#shut !== undefined && !signal.aborted) {
      const aborted = Promise.withResolvers<void>();
      const wake = () => aborted.resolve();
      signal.addEventListener('abort', wake, { once: true });
      await Promise.race([this.#shut.opened, aborted.promise]);
      signal.removeEventListener('abort', wake);
    }
    signal.throwIfAborted();
  }
}
