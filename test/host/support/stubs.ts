/** Functions of the VS Code API that a test has taken the place of, to be put back after it. */
export class Stubs {
  readonly #restore: (() => void)[] = [];

  /** Lets `replacement` answer for `owner[name]` until `restore`. */
  replace<Owner extends object>(owner: Owner, name: keyof Owner, replacement: unknown): void {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: replacement });
    this.#restore.push(() => {
      if (original) {
        Object.defineProperty(owner, name, original);
      } else {
        Reflect.deleteProperty(owner, name);
      }
    });
  }

  /** Puts back what was replaced last. */
  restoreLast(): void {
    this.#restore.pop()?.();
  }

  restore(): void {
    for (const restore of this.#restore.splice(0).reverse()) {
      restore();
    }
  }
}
