/**
 * Fresh statistics are the owner's to make: whoever records may ask for them. Runs with the owner's rights, on nothing but the tables
 * that it names, whatever the caller's search_path.
 */
export const CREATE_REFRESH = [
  `create function refresh_statistics() returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
  begin
    analyze public.event, public.unit_plan, public.item, public.report, public.duty, public.wake_up;
  end $$`,
];

export const DROP_REFRESH = ['drop function refresh_statistics()'];
