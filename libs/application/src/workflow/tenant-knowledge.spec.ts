import { InMemoryEventStore } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import { Knowledge, TENANTS_KNOWN } from './tenant-knowledge.js';

describe('What is known of tenants', () => {
  it('is kept for so many, and goes for the one that was asked about longest ago', () => {
    const knowledge = new Knowledge(new InMemoryEventStore());
    const [first, second] = [knowledge.of('t0'), knowledge.of('t1')];
    for (let n = 2; n < TENANTS_KNOWN; n++) knowledge.of(`t${n}`);
    expect(knowledge.of('t0')).toBe(first);
    knowledge.of('one more');
    expect(knowledge.of('t0')).toBe(first);
    expect(knowledge.of('t1')).not.toBe(second);
  });
});
