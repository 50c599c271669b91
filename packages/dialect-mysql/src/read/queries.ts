import { type Statement, sql } from '@sync/core';
import type { MoreColumns } from '../flavour.js';

/** What is asked once for a whole database, however many tables it has. Every column is called as it is read, whatever case the server shows names in. */
export function queriesWith(more: MoreColumns) {
  return {
    database: sql`
      SELECT default_character_set_name AS 'charset', default_collation_name AS 'collation', schema_name AS 'name',
        @@SESSION.sql_mode AS 'mode'
      FROM information_schema.schemata
      WHERE schema_name = DATABASE()
    `,
    tables: sql`
      SELECT
        table_name AS 'name', table_type AS 'type', engine AS 'engine', table_collation AS 'collation',
        create_options AS 'options', table_comment AS 'comment'
      FROM information_schema.tables
      WHERE table_schema = DATABASE()
      ORDER BY table_name
    `,
    collations: sql`
      SELECT collation_name AS 'collation', character_set_name AS 'charset'
      FROM information_schema.collation_character_set_applicability
    `,
    columns: sql`
      SELECT
        table_name AS 'table', column_name AS 'name', column_type AS 'type', data_type AS 'dataType',
        character_set_name AS 'charset', collation_name AS 'collation', is_nullable AS 'nullable',
        column_default AS 'value', extra AS 'extra', generation_expression AS 'generation',
        column_comment AS 'comment', ${more.columns}
      FROM information_schema.columns
      WHERE table_schema = DATABASE()
      ORDER BY table_name, ordinal_position
    `,
    indexes: sql`
      SELECT
        table_name AS 'table', index_name AS 'name', non_unique AS 'repeats', index_type AS 'type',
        column_name AS 'column', sub_part AS 'length', collation AS 'direction', index_comment AS 'comment',
        ${more.indexes}
      FROM information_schema.statistics
      WHERE table_schema = DATABASE()
      ORDER BY table_name, index_name, seq_in_index
    `,
    checks: sql`
      SELECT ${more.checks}
      WHERE c.constraint_schema = DATABASE()
    `,
    foreignKeys: sql`
      SELECT
        r.table_name AS 'table', r.constraint_name AS 'name', r.unique_constraint_schema AS 'database',
        r.referenced_table_name AS 'target', r.update_rule AS 'onUpdate', r.delete_rule AS 'onDelete'
      FROM information_schema.referential_constraints r
      WHERE r.constraint_schema = DATABASE()
    `,
    foreignKeyColumns: sql`
      SELECT
        table_name AS 'table', constraint_name AS 'name', column_name AS 'column',
        referenced_column_name AS 'target'
      FROM information_schema.key_column_usage
      WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL
      ORDER BY table_name, constraint_name, ordinal_position
    `,
    partitions: sql`
      SELECT
        table_name AS 'table', partition_name AS 'name', subpartition_name AS 'part',
        partition_method AS 'method', subpartition_method AS 'partMethod',
        partition_expression AS 'expression', subpartition_expression AS 'partExpression',
        partition_description AS 'values', partition_comment AS 'comment'
      FROM information_schema.partitions
      WHERE table_schema = DATABASE() AND partition_name IS NOT NULL
      ORDER BY table_name, partition_ordinal_position, subpartition_ordinal_position
    `,
    views: sql`
      SELECT
        table_name AS 'name', view_definition AS 'query', check_option AS 'checkOption',
        security_type AS 'security', definer AS 'definer', ${more.views}
      FROM information_schema.views
      WHERE table_schema = DATABASE()
    `,
    routines: sql`
      SELECT
        routine_name AS 'name', routine_type AS 'type', dtd_identifier AS 'returns',
        character_set_name AS 'charset', collation_name AS 'collation', routine_body AS 'language',
        routine_definition AS 'body', is_deterministic AS 'deterministic', sql_data_access AS 'access',
        security_type AS 'security', routine_comment AS 'comment', definer AS 'definer', sql_mode AS 'mode',
        collation_connection AS 'textCollation'
      FROM information_schema.routines
      WHERE routine_schema = DATABASE()
    `,
    parameters: sql`
      SELECT
        specific_name AS 'routine', routine_type AS 'type', parameter_mode AS 'mode', parameter_name AS 'name',
        dtd_identifier AS 'dataType', character_set_name AS 'charset', collation_name AS 'collation'
      FROM information_schema.parameters
      WHERE specific_schema = DATABASE() AND ordinal_position > 0
      ORDER BY specific_name, ordinal_position
    `,
    triggers: sql`
      SELECT
        trigger_name AS 'name', event_object_table AS 'table', action_timing AS 'timing',
        event_manipulation AS 'event', action_statement AS 'body', definer AS 'definer', sql_mode AS 'mode',
        collation_connection AS 'textCollation'
      FROM information_schema.triggers
      WHERE event_object_schema = DATABASE()
      ORDER BY event_object_table, action_timing, event_manipulation, action_order
    `,
    events: sql`
      SELECT
        event_name AS 'name', time_zone AS 'zone', @@system_time_zone AS 'systemZone',
        CONVERT_TZ('2020-01-01 00:00:00', time_zone, '+00:00') AS 'known',
        execute_at AS 'at', interval_value AS 'count', interval_field AS 'unit', starts AS 'starts', ends AS 'ends',
        COALESCE(CONVERT_TZ(COALESCE(execute_at, ends), time_zone, '+00:00') < UTC_TIMESTAMP(), 0) AS 'over',
        COALESCE(CONVERT_TZ(starts, time_zone, '+00:00') = created, 0) AS 'begins', status AS 'status', on_completion AS 'completion', event_comment AS 'comment',
        event_definition AS 'body', definer AS 'definer', sql_mode AS 'mode',
        collation_connection AS 'textCollation'
      FROM information_schema.events
      WHERE event_schema = DATABASE()
    `,
  } satisfies Readonly<Record<string, Statement>>;
}
