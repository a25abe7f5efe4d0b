import type { Clock } from '../clock';
import { Ids } from '../../../src/sample/server/ids';
import { KeyRing, type ApiKey } from './keyRing';
import { Organization } from './organization';
import type { OrganizationOptions } from './organizationOptions';
import type { Variations } from '../faults/variations';

/** Who is asking. */
export interface Caller {
  readonly organization: Organization;
  readonly key: ApiKey;
}

/** All organizations, found by their name, their id or one of their keys. */
export class Directory {
  readonly #organizations = new Map<string, Organization>();
  readonly #parts: { clock: Clock; ids: Ids; keys: KeyRing; variations: Variations };

  constructor(clock: Clock, seed: number, variations: Variations) {
    this.#parts = { clock, ids: new Ids(seed), keys: new KeyRing(clock), variations };
  }

  addOrganization(options: OrganizationOptions): Organization {
    const organization = new Organization(options, this.#parts);
    this.#organizations.set(organization.id, organization);
    return organization;
  }

  organization(nameOrId: string): Organization {
    for (const organization of this.#organizations.values()) {
      if (organization.name === nameOrId || organization.id === nameOrId) return organization;
    }
    throw new Error(`There is no organization "${nameOrId}".`);
  }

  /** Whose key is in the header, whether it is valid or not. */
  find(authorization: string | null): Caller | undefined {
    const key = this.#parts.keys.find(authorization);
    return key && { key, organization: this.organization(key.organization_id) };
  }

  /** Who is asking, or the documented 401 or 403. */
  authenticate(authorization: string | null): Caller {
    const key = this.#parts.keys.authenticate(authorization);
    return { key, organization: this.organization(key.organization_id) };
  }
}
