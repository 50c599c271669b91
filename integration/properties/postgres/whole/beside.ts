import type { Feature } from '../../features/feature.js';

/** What lies beside tables. */
export const beside: Readonly<Record<string, Feature>> = {
  statistics: {
    needs: ['amount', 'name'],
    forms: [
      ['CREATE STATISTICS @os.known ON id, @amount FROM @t'],
      [
        'CREATE STATISTICS @os.known (ndistinct) ON @name, @amount FROM @t',
        'ALTER STATISTICS @os.known SET STATISTICS 77',
      ],
      [
        'ALTER TABLE @t ALTER @amount SET STATISTICS 200',
        'ALTER TABLE @t ALTER @amount SET (n_distinct = 5)',
        'ALTER TABLE @t ALTER @name SET STORAGE EXTERNAL',
      ],
    ],
  },
  statisticsOver: {
    needs: ['amount'],
    since: 14,
    forms: [
      ['CREATE STATISTICS expressed ON (@amount::text), id FROM @t'],
      ['CREATE STATISTICS expressed ON id, (@calc(@amount::text)) FROM @t'],
    ],
  },
  publication: {
    forms: [
      ['CREATE PUBLICATION pub FOR TABLE @t'],
      ["CREATE PUBLICATION pub FOR TABLE @t, @other WITH (publish = 'insert')"],
      ['CREATE PUBLICATION pub FOR ALL TABLES'],
    ],
  },
  publicationOfRows: {
    since: 15,
    forms: [
      ['CREATE PUBLICATION pub2 FOR TABLE @other (id)'],
      ['CREATE PUBLICATION pub2 FOR TABLE @t WHERE (id > 5)'],
      ['CREATE PUBLICATION pub2 FOR TABLES IN SCHEMA @os'],
    ],
  },
  foreign: {
    forms: [
      [
        'CREATE EXTENSION postgres_fdw',
        "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'x')",
        'CREATE FOREIGN TABLE @far (id integer NOT NULL, a text) SERVER far',
      ],
      [
        'CREATE EXTENSION postgres_fdw',
        "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'y', port '1')",
        "CREATE FOREIGN TABLE @far (id bigint, a text OPTIONS (column_name 'A'), b integer DEFAULT 5 CHECK (b > 0)) SERVER far OPTIONS (table_name 'T')",
      ],
    ],
  },
  overForeign: { needs: ['foreign'], forms: [['CREATE VIEW over_far AS SELECT id, a FROM @far']] },
  search: {
    forms: [
      [
        'CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, LANGUAGE = english)',
        'CREATE TEXT SEARCH CONFIGURATION @os.finds (COPY = simple)',
        'ALTER TEXT SEARCH CONFIGURATION @os.finds ALTER MAPPING FOR word WITH stems, simple',
      ],
      [
        'CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = simple, ACCEPT = false)',
        'CREATE TEXT SEARCH CONFIGURATION @os.finds (PARSER = "default")',
        'ALTER TEXT SEARCH CONFIGURATION @os.finds ADD MAPPING FOR word, asciiword WITH stems',
      ],
    ],
  },
  searched: {
    needs: ['search', 'name'],
    forms: [["CREATE INDEX searched ON @t USING gin (to_tsvector('@os.finds', @name))"]],
  },
  event: {
    forms: [
      [
        "CREATE FUNCTION event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "CREATE EVENT TRIGGER watches ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION event()",
      ],
      [
        "CREATE FUNCTION event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
        'CREATE EVENT TRIGGER watches ON sql_drop EXECUTE FUNCTION event()',
        'ALTER EVENT TRIGGER watches DISABLE',
      ],
    ],
  },
};
