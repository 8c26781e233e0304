import { describe, expect, it } from '@jest/globals';
import { type Decider, specificationOf } from './decider-specification.js';

const door: Decider<boolean, 'open' | 'close', 'opened' | 'closed'> = {
  fold: (events) => (events.length === 0 ? undefined : events.at(-1) === 'opened'),
  decide: (command, open) => {
    if (open === undefined) return { ok: false, rejection: { code: 'door.absent' } };
    if (open === (command === 'open')) return { ok: true, events: [] };
    return { ok: true, events: [open ? 'closed' : 'opened'] };
  },
};
const given = specificationOf(door);

describe('A specification', () => {
  it('holds where the decider does what it says', () => {
    given('closed').when('open').then('opened');
    given('closed').when('close').thenNothing();
    given().when('open').thenRejected('door.absent');
  });

  it.each<[string, () => void]>([
    ['other events', () => given('closed').when('open').then('closed')],
    ['an event too many', () => given('closed').when('open').then('opened', 'closed')],
    ['nothing, where something happened', () => given('closed').when('open').thenNothing()],
    ['nothing, where it was rejected', () => given().when('open').thenNothing()],
    ['events, where it was rejected', () => given().when('open').then('opened')],
    ['a rejection, where it was accepted', () => given('closed').when('open').thenRejected('door.absent')],
    ['another rejection', () => given().when('open').thenRejected('door.locked')],
  ])('fails where it says %s', (_, specification) => {
    expect(specification).toThrow(expect.objectContaining({ code: 'ERR_ASSERTION' }));
  });
});
