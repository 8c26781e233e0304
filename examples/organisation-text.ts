import type { OrganisationFile } from '#organisation';

/** An organisation file as the examples keep it: one unit per line, so that a change of one unit is a change of one line. */
export function organisationText({ units, ...header }: OrganisationFile): string {
  const lines = units.map((unit) => `    ${JSON.stringify(unit)}`);
  const head = JSON.stringify(header, null, 2).replace(/\n\}$/, ',\n');
  return `${head}  "units": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
