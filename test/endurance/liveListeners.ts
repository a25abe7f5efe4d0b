import * as vscode from 'vscode';
import { callerIn } from '../host/support/caller';
import { Stubs } from '../host/support/stubs';

type Subscribe = (listener: unknown, thisArg?: unknown, disposables?: unknown) => vscode.Disposable;
type Listen = (this: EventTarget, ...args: unknown[]) => void;

/**
 * The listeners that the extension has registered and not taken off again: on events of VS Code, on its own emitters, on
 * the extension's secrets, and on abort signals.
 */
export class LiveListeners {
  readonly #folder: string;
  readonly #stubs = new Stubs();
  /** Each with the place in the extension where it was registered. */
  readonly #live = new Map<object, string>();
  #restoreEmitters: () => void = () => undefined;

  /**
   * To be made before the extension is activated.
   *
   * @param folder where the extension's code is.
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#watchEmitters();
    for (const namespace of [vscode.workspace, vscode.window, vscode.env, vscode.extensions]) {
      this.#watchEventsOf(namespace);
    }
    this.#watchSignals();
  }

  get all(): readonly string[] {
    return [...this.#live.values()].sort();
  }

  restore(): void {
    this.#restoreEmitters();
    this.#stubs.restore();
  }

  /** Every emitter of the extension host is of this class, also those behind secrets, trees and cancellation tokens. */
  #watchEmitters(): void {
    const prototype = vscode.EventEmitter.prototype as object as { dispose: (this: object) => void };
    const { dispose } = prototype;
    const original = Object.getOwnPropertyDescriptor(prototype, 'event');
    const getEvent = original && (Reflect.get(original, 'get') as ((this: object) => Subscribe) | undefined);
    if (!getEvent) {
      throw new Error('VS Code makes its events in another way now');
    }
    const emitters = new WeakMap<object, { readonly subscribe: Subscribe; readonly live: Set<object> }>();
    const watched = (emitter: object) => {
      let known = emitters.get(emitter);
      if (!known) {
        const live = new Set<object>();
        known = { subscribe: this.#counting(getEvent.call(emitter), live), live };
        emitters.set(emitter, known);
      }
      return known;
    };
    const get = function (this: object) {
      return watched(this).subscribe;
    };
    Object.defineProperty(prototype, 'event', { ...original, get });
    this.#restoreEmitters = () => {
      Object.defineProperty(prototype, 'event', original);
    };
    const live = this.#live;
    this.#stubs.replace(prototype, 'dispose', function (this: object) {
      for (const token of emitters.get(this)?.live ?? []) {
        live.delete(token);
      }
      dispose.call(this);
    });
  }

  /** Some of these pass on to an emitter by themselves, so that it does not see who listens. */
  #watchEventsOf(namespace: Record<string, unknown>): void {
    for (const name of Object.keys(namespace).filter((key) => /^on(Did|Will)[A-Z]/.test(key))) {
      let event: unknown;
      try {
        event = namespace[name];
      } catch {
        // A proposed one, which the extension cannot use either.
        continue;
      }
      if (typeof event === 'function') {
        this.#stubs.replace(namespace, name, this.#counting(event as Subscribe, new Set()));
      }
    }
  }

  /** @param live those of this event. */
  #counting(event: Subscribe, live: Set<object>): Subscribe {
    const subscribe: Subscribe = (...args) => {
      const caller = callerIn(this.#folder, subscribe);
      const subscription = event(...args);
      if (caller === undefined) {
        return subscription;
      }
      const token = {};
      live.add(token);
      this.#live.set(token, caller);
      return new vscode.Disposable(() => {
        live.delete(token);
        this.#live.delete(token);
        subscription.dispose();
      });
    };
    return subscribe;
  }

  #watchSignals(): void {
    const prototype = EventTarget.prototype as object as {
      readonly addEventListener: Listen;
      readonly removeEventListener: Listen;
    };
    const { addEventListener: add, removeEventListener: remove } = prototype;
    const folder = this.#folder;
    const all = this.#live;
    const tokens = new WeakMap<EventTarget, Map<unknown, object>>();
    const listen = function (this: EventTarget, ...args: unknown[]): void {
      const caller = callerIn(folder, listen);
      const [, listener] = args;
      const own = tokens.get(this) ?? new Map<unknown, object>();
      if (caller !== undefined && !own.has(listener)) {
        const token = {};
        tokens.set(this, own.set(listener, token));
        all.set(token, caller);
      }
      add.apply(this, args);
    };
    this.#stubs.replace(prototype, 'addEventListener', listen);
    this.#stubs.replace(prototype, 'removeEventListener', function (this: EventTarget, ...args: unknown[]): void {
      const [, listener] = args;
      const token = tokens.get(this)?.get(listener);
      if (token) {
        tokens.get(this)?.delete(listener);
        all.delete(token);
      }
      remove.apply(this, args);
    });
  }
}
