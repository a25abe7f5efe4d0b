import { Hono } from 'hono';
import type { Cursors } from './organization/cursors';
import type { AppEnv } from './appEnv';
import { ApiFailure } from './errors';
import { parseLabelChange, parseLabelId, parseLimit, parseNewLabel } from './organization/labelRules';
import type { Variations } from './faults/variations';

/** What the API does with labels, and who-am-I. */
export function createRoutes(cursors: Cursors, variations: Variations): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/me', (c) => {
    const { organization, key } = c.var.caller;
    const { me } = variations;
    if (me === 'missing') throw new ApiFailure('resource_not_found', 'There is nothing here.');
    if (me === 'failing') throw new ApiFailure('internal_error', 'Something failed.');
    if (me === 'unreadable') return c.json({ data: { name: organization.name }, request_id: c.env.request_id });
    const data = {
      organization: { id: organization.id, object: 'organization', name: organization.name },
      api_key: { id: key.id, object: 'api_key', label: key.label, last4: key.secret.slice(-4) },
      rate_limits: {
        tier: organization.tier,
        write_per_minute: organization.bucket('write').limit,
        read_per_minute: organization.bucket('read').limit,
      },
    };
    return c.json({ data, request_id: c.env.request_id });
  });

  routes.get('/labels', (c) => {
    const { organization } = c.var.caller;
    const limit = parseLimit(c.req.query('limit'));
    const cursor = c.req.query('cursor');
    const after = cursor === undefined ? '' : cursors.read(organization.id, cursor);
    const { labels, has_more } = organization.labelPage(after, limit);
    const last = labels.at(-1);
    const next_cursor = has_more && last !== undefined ? cursors.write(organization.id, last.id) : null;
    return c.json({ data: labels, has_more, next_cursor, request_id: c.env.request_id });
  });

  routes.get('/labels/:id', (c) => {
    const label = c.var.caller.organization.readLabel(parseLabelId(c.req.param('id'), variations));
    return c.json({ data: label, request_id: c.env.request_id });
  });

  routes.post('/labels', async (c) => {
    const { organization } = c.var.caller;
    const label = organization.addLabel(parseNewLabel(await c.req.text(), organization.team_ids, variations));
    return c.json({ data: label, request_id: c.env.request_id }, variations.createdStatus);
  });

  routes.patch('/labels/:id', async (c) => {
    const id = parseLabelId(c.req.param('id'), variations);
    const label = c.var.caller.organization.changeLabel(id, parseLabelChange(await c.req.text(), variations));
    return c.json({ data: label, request_id: c.env.request_id });
  });

  routes.delete('/labels/:id', (c) => {
    const id = parseLabelId(c.req.param('id'), variations);
    c.var.caller.organization.removeLabel(id);
    if (variations.deletion === 'example') return c.json({ data: { object: 'label', deleted: true } });
    return c.json({ data: { object: 'label', id, deleted: true }, request_id: c.env.request_id });
  });

  return routes;
}
