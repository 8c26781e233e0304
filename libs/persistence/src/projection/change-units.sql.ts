/** Parts the successors of a unit; in no name of a unit. */
export const PARTED_BY = '\u001f';

/**
 * What changed of units founded before; null leaves a fact as it is. $1 tenant, $2 units, then one array for each fact; successors
 * are parted by {@link PARTED_BY}, as array literals are not among what Citus takes within coalesce.
 */
export const CHANGE_UNITS = `
update unit set
  name = coalesce(x.name, unit.name),
  superior = coalesce(x.superior, unit.superior),
  valid_until = coalesce(x.valid_until, unit.valid_until),
  successors = coalesce(string_to_array(x.successors, '${PARTED_BY}'), unit.successors)
from unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::text[])
  as x (id, name, superior, valid_until, successors)
where unit.tenant = $1 and unit.id = x.id`;
