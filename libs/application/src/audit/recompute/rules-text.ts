import { rulesStream, type RulesPublished } from '#engine';
import type { RecordedEvent } from '#event-store';
import { rulesHash } from '../../workflow/rules-service.js';
import { pathsApart, sameJson } from '../same-json.js';
import { Apart, versionOf } from './difference.js';
import type { Engine } from './engine.js';

/**
 * Reads a published text again: its hash must be the name of its stream, and it must mean what was recorded as its meaning.
 * @throws Apart
 */
export async function checkText(event: RecordedEvent, { rules, tenant }: Engine): Promise<void> {
  const { hash, text, rules: recorded } = event.data as RulesPublished;
  const read = rulesHash(text);
  const meant = await rules.check(tenant, text, event.at);
  if (read === hash && event.stream === rulesStream(read) && sameJson(meant.rules, recorded)) return;
  const data = { hash: read, text, rules: meant.rules };
  throw new Apart({
    cause: 'rules',
    position: event.position,
    stream: event.stream,
    version: event.version,
    computed: { ...versionOf(event), data },
    recorded: versionOf(event),
    paths: pathsApart({ data }, { data: event.data }),
    days: [],
    refusal: null,
  });
}
