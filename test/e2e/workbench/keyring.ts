import type { BrowserContext, Page } from '@playwright/test';

const LOCKED = 'test.keyring.locked';

/** What VS Code in a browser has instead of the computer's keyring: a place in the page's storage, read when a window opens. */
export class Keyring {
  private constructor(private readonly page: Page) {}

  /** To be called before a window is opened in the context. */
  static async prepare(context: BrowserContext): Promise<void> {
    await context.addInitScript((locked) => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy passes `this` on
      Storage.prototype.getItem = new Proxy(Storage.prototype.getItem, {
        apply: (getItem, storage, [key]: [string]) => {
          if (key === 'secrets.provider' && Reflect.apply(getItem, storage, [locked]) !== null) {
            throw new Error('The keyring is locked');
          }
          return Reflect.apply(getItem, storage, [key]);
        },
      });
    }, LOCKED);
  }

  static of(page: Page): Keyring {
    return new Keyring(page);
  }

  /** From the next time that a window opens or is loaded again. */
  async lock(): Promise<void> {
    await this.page.evaluate((locked) => {
      localStorage.setItem(locked, 'yes');
    }, LOCKED);
  }

  async unlock(): Promise<void> {
    await this.page.evaluate((locked) => {
      localStorage.removeItem(locked);
    }, LOCKED);
  }
}
