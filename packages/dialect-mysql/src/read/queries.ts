import type { Statement } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { shapes } from '../text/shapes.js';
import { parsers } from './parsers.js';
import type { Question } from './question.js';

type Facts = Pick<Flavour, 'more' | 'spatialReferences'>;

/** What is asked first: whether the rest can be read shows by it. */
const first = {
  database: {
    columns: {
      charset: 'default_character_set_name',
      collation: 'default_collation_name',
      name: 'schema_name',
      mode: '@@SESSION.sql_mode',
    },
    from: 'information_schema.schemata',
    database: 'schema_name',
    print: { instead: { name: 'NULL', mode: 'NULL' } },
  },
  tables: {
    columns: {
      name: 'table_name',
      type: 'table_type',
      engine: 'engine',
      collation: 'table_collation',
      options: 'create_options',
      comment: 'table_comment',
    },
    from: 'information_schema.tables',
    database: 'table_schema',
    order: ['table_name'],
    print: {
      // What could not be opened, and what has parts, numbers or files of which other places tell.
      untold: `table_type <> 'VIEW' AND (
        engine IS NULL OR engine IN ('MyISAM', 'Aria') OR table_type = 'SEQUENCE'
        OR COALESCE(create_options, '') LIKE '%partitioned%'
      )`,
      balance: 'COUNT(*)',
      stored: "SUM(COALESCE(engine = 'InnoDB', 0))",
    },
  },
} satisfies Readonly<Record<string, Question>>;

const others = {
  foreignKeys: {
    columns: {
      table: 'r.table_name',
      name: 'r.constraint_name',
      database: 'r.unique_constraint_schema',
      target: 'r.referenced_table_name',
      onUpdate: 'r.update_rule',
      onDelete: 'r.delete_rule',
    },
    from: 'information_schema.referential_constraints r',
    database: 'r.constraint_schema',
    print: {
      instead: {
        database: 'NULLIF(CAST(r.unique_constraint_schema AS BINARY), CAST(r.constraint_schema AS BINARY))',
      },
    },
  },
  foreignKeyColumns: {
    columns: {
      table: 'table_name',
      name: 'constraint_name',
      column: 'column_name',
      target: 'referenced_column_name',
    },
    from: 'information_schema.key_column_usage',
    database: 'table_schema',
    where: 'referenced_table_name IS NOT NULL',
    order: ['table_name', 'constraint_name', 'ordinal_position'],
  },
  partitions: {
    columns: {
      table: 'table_name',
      name: 'partition_name',
      part: 'subpartition_name',
      method: 'partition_method',
      partMethod: 'subpartition_method',
      expression: 'partition_expression',
      partExpression: 'subpartition_expression',
      values: 'partition_description',
      comment: 'partition_comment',
    },
    from: 'information_schema.partitions',
    database: 'table_schema',
    where: 'partition_name IS NOT NULL',
    order: ['table_name', 'partition_ordinal_position', 'subpartition_ordinal_position'],
    // Tables say themselves that they have parts, and the server opens all of them to answer this.
    print: 'none',
  },
  routines: {
    columns: {
      name: 'routine_name',
      type: 'routine_type',
      returns: 'dtd_identifier',
      charset: 'character_set_name',
      collation: 'collation_name',
      language: 'routine_body',
      body: 'routine_definition',
      deterministic: 'is_deterministic',
      access: 'sql_data_access',
      security: 'security_type',
      comment: 'routine_comment',
      mode: 'sql_mode',
      textCollation: 'collation_connection',
    },
    from: 'information_schema.routines',
    database: 'routine_schema',
    print: { named: '1', moment: 'last_altered' },
  },
  parameters: {
    columns: {
      routine: 'specific_name',
      type: 'routine_type',
      mode: 'parameter_mode',
      name: 'parameter_name',
      dataType: 'dtd_identifier',
      charset: 'character_set_name',
      collation: 'collation_name',
    },
    from: 'information_schema.parameters',
    database: 'specific_schema',
    where: 'ordinal_position > 0',
    order: ['specific_name', 'ordinal_position'],
  },
  triggers: {
    columns: {
      name: 'trigger_name',
      table: 'event_object_table',
      timing: 'action_timing',
      event: 'event_manipulation',
      body: 'action_statement',
      mode: 'sql_mode',
      textCollation: 'collation_connection',
    },
    from: 'information_schema.triggers',
    database: 'event_object_schema',
    order: ['event_object_table', 'action_timing', 'event_manipulation', 'action_order'],
    print: { named: '1', moment: 'created' },
  },
  events: {
    columns: {
      name: 'event_name',
      zone: 'time_zone',
      systemZone: '@@system_time_zone',
      known: "CONVERT_TZ('2020-01-01 00:00:00', time_zone, '+00:00')",
      at: 'execute_at',
      count: 'interval_value',
      unit: 'interval_field',
      starts: 'starts',
      ends: 'ends',
      over: "COALESCE(CONVERT_TZ(COALESCE(execute_at, ends), time_zone, '+00:00') < UTC_TIMESTAMP(), 0)",
      begins: "COALESCE(CONVERT_TZ(starts, time_zone, '+00:00') = created, 0)",
      status: 'status',
      completion: 'on_completion',
      comment: 'event_comment',
      body: 'event_definition',
      mode: 'sql_mode',
      textCollation: 'collation_connection',
    },
    from: 'information_schema.events',
    database: 'event_schema',
    // One may be over from one moment to the next, with nothing done to it.
    print: { untold: '1' },
  },
} satisfies Readonly<Record<string, Question>>;

function columnsAsked({ more, spatialReferences }: Facts) {
  return {
    columns: {
      table: 'table_name',
      name: 'column_name',
      type: 'column_type',
      dataType: 'data_type',
      charset: 'character_set_name',
      collation: 'collation_name',
      nullable: 'is_nullable',
      value: 'column_default',
      extra: 'extra',
      generation: 'generation_expression',
      comment: 'column_comment',
      ...more.columns,
    },
    from: 'information_schema.columns',
    database: 'table_schema',
    order: ['table_name', 'ordinal_position'],
    print: {
      // Bytes may not be shown whole, and where in the world shapes are not here.
      untold: [
        "(data_type IN ('binary', 'varbinary') AND column_default LIKE '0x%')",
        "(character_set_name IS NULL AND column_default LIKE '%?%')",
        ...(spatialReferences ? [`data_type IN (${[...shapes].map((shape) => `'${shape}'`).join(', ')})`] : []),
      ].join(' OR '),
      named: "column_default LIKE '%`.`%'",
      balance: '-COUNT(DISTINCT CAST(table_name AS BINARY))',
    },
  } satisfies Question;
}

function indexesAsked({ more }: Facts) {
  return {
    columns: {
      table: 'table_name',
      name: 'index_name',
      repeats: 'non_unique',
      type: 'index_type',
      column: 'column_name',
      length: 'sub_part',
      direction: 'collation',
      comment: 'index_comment',
      ...more.indexes,
    },
    from: 'information_schema.statistics',
    database: 'table_schema',
    order: ['table_name', 'index_name', 'seq_in_index'],
    print: { untold: `index_type = 'VECTOR' OR (index_type = 'FULLTEXT' AND (${parsers.text}) > 0)` },
  } satisfies Question;
}

function viewsAsked({ more }: Facts) {
  return {
    columns: {
      name: 'table_name',
      query: 'view_definition',
      checkOption: 'check_option',
      security: 'security_type',
      definer: more.definer,
      textCollation: 'collation_connection',
      ...more.views,
    },
    from: 'information_schema.views',
    database: 'table_schema',
    print: { named: '1', untold: `${more.views.algorithm} IS NULL` },
  } satisfies Question;
}

/** What runs with somebody's rights, with whose. */
function definedAs<Q extends Question>(question: Q, { more: { definer } }: Facts) {
  return { ...question, columns: { ...question.columns, definer } };
}

/** What is asked once for a whole database, however many tables it has. */
export function questionsOf(facts: Facts) {
  return {
    ...first,
    columns: columnsAsked(facts),
    indexes: indexesAsked(facts),
    checks: {
      ...facts.more.checks,
      // As a period brings one along, of which the definition of its table alone tells.
      print: { untold: "c.check_clause REGEXP '^`[^`]+` < `[^`]+`$'" },
    },
    views: viewsAsked(facts),
    ...others,
    routines: definedAs(others.routines, facts),
    triggers: definedAs(others.triggers, facts),
    events: definedAs(others.events, facts),
  } satisfies Readonly<Record<string, Question>>;
}

/** What lies in no database. */
export const collationsQuery: Statement = {
  text: `
SELECT collation_name AS 'collation', character_set_name AS 'charset'
FROM information_schema.collation_character_set_applicability`.trim(),
};
