-- create sequence:app.T t_Id_seq
-- alter table:app.T t
--   change-identity columns.Id.identity: always → none
--   change-type columns.Id.type: integer → bigint
--   change-default columns.Id.default: none → nextval('app."T t_Id_seq"'::regclass)
--   change-owns columns.Id.owns: none → ["sequence:app.T t_Id_seq"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the identity of column Id of table app.T t (alter table:app.T t)
CREATE SEQUENCE app._schema_sync_aside AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
SELECT pg_catalog.setval('app._schema_sync_aside', coalesce(last.value, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('app."T t"', 'Id'))), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('app."T t"', 'Id')) AS value OFFSET 0) AS last;
ALTER TABLE app."T t" ALTER COLUMN "Id" DROP IDENTITY;
ALTER SEQUENCE app._schema_sync_aside RENAME TO "T t_Id_seq";

-- 2. change the type of column Id of table app.T t (alter table:app.T t)
--    ! blocks-reads, rewrites-table: writes table app.T t again, because app.T t.Id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE app."T t" ALTER COLUMN "Id" TYPE bigint USING "Id"::bigint;

-- 3. change the default of column Id of table app.T t (alter table:app.T t)
ALTER TABLE app."T t" ALTER COLUMN "Id" SET DEFAULT nextval('app."T t_Id_seq"'::regclass);

-- 4. change the sequences that go with column Id of table app.T t (alter table:app.T t)
ALTER SEQUENCE app."T t_Id_seq" OWNED BY app."T t"."Id";

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of column Id of table app.T t (alter table:app.T t)
ALTER TABLE app."T t" ALTER COLUMN "Id" DROP DEFAULT;

-- 2. change the type of column Id of table app.T t (alter table:app.T t)
--    ! blocks-reads, scans-table: reads all of table app.T t for values of Id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table app.T t again, because app.T t.Id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE app."T t" ALTER COLUMN "Id" TYPE integer USING "Id"::integer;

-- 3. change the identity of column Id of table app.T t (alter table:app.T t)
-- must find nothing: column app.T t.Id has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('app."T t_Id_seq"')) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER SEQUENCE app."T t_Id_seq" OWNED BY NONE;
ALTER SEQUENCE app."T t_Id_seq" RENAME TO _schema_sync_aside;
ALTER TABLE app."T t" ALTER COLUMN "Id" ADD GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('app."T t"', 'Id'), coalesce(last.value, pg_catalog.nextval('app._schema_sync_aside')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('app._schema_sync_aside') AS value OFFSET 0) AS last;
DROP SEQUENCE app._schema_sync_aside;
