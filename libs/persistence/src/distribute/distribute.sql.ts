/** Lets a table with triggers be distributed: ours only refuse, on whichever node they fire. */
export const ALLOW_TRIGGERS = 'set local citus.enable_unsafe_triggers = on';

/** The first of the tables: the others lie with it. $1 table. */
export const DISTRIBUTE_FIRST = "select create_distributed_table($1::regclass, 'tenant', colocate_with => 'none')";

/** Moves a table's rows to the nodes of their tenants. $1 table, $2 the table it lies with. */
export const DISTRIBUTE = "select create_distributed_table($1::regclass, 'tenant', colocate_with => $2)";

/** Copies a table to every node. $1 table. */
export const COPY_EVERYWHERE = 'select create_reference_table($1::regclass)';

/**
 * The rows that were moved still lie here, unseen. Triggers against truncation are passed over for this one statement, which only
 * a superuser may. $1 table.
 */
export const FREE_LOCAL_ROWS = 'select truncate_local_data_after_distributing_table($1::regclass)';
export const PASS_TRIGGERS_OVER = 'set local session_replication_role = replica';
export const HEED_TRIGGERS = 'set local session_replication_role = origin';

/** Calls of a function run where the tenant's rows lie, also within a transaction. $1 function, $2 a table of tenants. */
export const DISTRIBUTE_FUNCTION =
  "select create_distributed_function($1::regprocedure, 'of_tenant', colocate_with => $2, force_delegation => true)";
