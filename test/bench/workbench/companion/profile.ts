import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

/** A CPU profile of the process that this runs in, as a file that any profile viewer reads. */
export class Profile {
  #session: Session | undefined;

  async start(): Promise<void> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    this.#session = session;
  }

  async stop(file: string): Promise<void> {
    const { profile } = (await this.#session?.post('Profiler.stop')) ?? {};
    this.#session?.disconnect();
    await writeFile(file, JSON.stringify(profile));
  }
}
