import { checkExplanation } from '#application';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, PLAN, type World } from './world.js';

const COMMUNE = 'vn-10.086.02935';
const ASKED = `plan=${PLAN}&unit=${COMMUNE}`;
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Why, over the API', () => {
  it('answers with reasons that bear themselves out, in both languages', async () => {
    const { status, body } = await world.get(`/api/v1/audit/why?${ASKED}&obligation=1.2`);
    expect([status, body.format, body.holds, body.asked.obligation]).toEqual([200, 'thac.why/1', true, 'item 1.2']);
    expect(body.answer.map(({ code }: { code: string }) => code)).toEqual(['owed.item', 'due.is', 'state.is']);
    expect(checkExplanation(body)).toEqual([]);
    const member = body.answer[0].because.find(({ code }: { code: string }) => code === 'unit.member');
    expect(member.facts).toMatchObject({ unit: { id: COMMUNE }, members: 152, on: '2022-07-01' });
    expect(member.evidence[0]).toMatchObject({ kind: 'rule', line: 24, column: 3, plan: { number: '239/KH-UBND' } });
  });

  it('says what fails first where something is not so, and which it was that was asked', async () => {
    const step = `${ASKED}&obligation=1.2&step=after-5wd`;
    const why = await world.get(`/api/v1/audit/why?${step}`);
    const whyNot = await world.get(`/api/v1/audit/why-not?${step}`);
    expect([why.body.holds, whyNot.body.holds]).toEqual([false, true]);
    expect(whyNot.body.answer[0]).toMatchObject({ code: 'not.reached', facts: { nominal: '2022-07-21T00:00:00+07:00' } });
    expect(why.body.answer).toEqual(whyNot.body.answer);
    const owed = await world.get(`/api/v1/audit/why-not?${ASKED}&obligation=3.5`);
    expect(owed.body).toMatchObject({ holds: true, answer: [{ code: 'not.not-named', facts: { total: 9 } }] });
  });

  it('gives the rate of a unit and all below it', async () => {
    const { body } = await world.get(`/api/v1/audit/why?plan=${PLAN}&unit=vn-10.086&period=2022-9M&at=2022-09-20`);
    const { body: read } = await world.get(`/api/v1/plans/${PLAN}/completeness?within=vn-10.086&asOf=2022-09-20`);
    expect(body.answer[0].facts).toMatchObject({ expected: 15, received: 0, completeness: 0 });
    expect(body.answer[0].facts.expected).toBe(
      read.periods.find(({ label }: { label: string }) => label === '2022-9M').rate.expected,
    );
    expect(checkExplanation(body)).toEqual([]);
  });

  it.each([
    ['why', 'unit=vn-10', 400, 'request.invalid'],
    ['why', `plan=${PLAN}&unit=${COMMUNE}&aspect=mood`, 400, 'request.invalid'],
    ['why-not', `plan=${PLAN}&unit=${COMMUNE}&obligation=1.2&generation=0`, 400, 'request.invalid'],
    ['why', `plan=9-KH_2022-01-01_vn-10&unit=${COMMUNE}`, 404, 'not-found'],
    ['why-not', `plan=${PLAN}&unit=vn-99`, 404, 'not-found'],
    ['why', `plan=${PLAN}&unit=${COMMUNE}&at=2022-06-01`, 404, 'not-found'],
  ])('refuses %s?%s with a problem', async (route, query, status, code) => {
    const answer = await world.get(`/api/v1/audit/${route}?${query}`);
    expect(answer).toMatchObject({ status, body: { code, messages: { vi: expect.any(String), en: expect.any(String) } } });
  });
});
