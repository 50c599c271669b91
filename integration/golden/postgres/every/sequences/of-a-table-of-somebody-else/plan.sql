-- create sequence:T 2_n_seq
-- create sequence:T 2_other_seq
-- create sequence:for third
-- alter table:T 2
--   change-identity columns.other.identity: always → none
--   change-default columns.other.default: none → nextval('public."T 2_other_seq"'::regclass)
--   change-owns columns.other.owns: none → ["sequence:T 2_other_seq"]
--   change-owns columns.third.owns: none → ["sequence:for third"]
--   add-column columns.n: n integer DEFAULT nextval('public."T 2_n_seq"'::regclass) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. create sequence T 2_n_seq (create sequence:T 2_n_seq)
CREATE SEQUENCE public."T 2_n_seq" AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public."T 2_n_seq" OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public."T 2"''::pg_catalog.regclass)); END';

-- 2. create sequence for third (create sequence:for third)
CREATE SEQUENCE public."for third" AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public."for third" OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public."T 2"''::pg_catalog.regclass)); END';

-- 3. change the identity of column other of table T 2 (alter table:T 2)
CREATE SEQUENCE public._schema_sync_aside AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
DO 'BEGIN EXECUTE ''ALTER SEQUENCE public._schema_sync_aside OWNER TO '' || pg_catalog.quote_ident((SELECT pg_catalog.pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = ''public."T 2"''::pg_catalog.regclass)); END';
SELECT pg_catalog.setval('public._schema_sync_aside', coalesce(last.value, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('public."T 2"', 'other'))), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('public."T 2"', 'other')) AS value OFFSET 0) AS last;
ALTER TABLE public."T 2" ALTER COLUMN other DROP IDENTITY;
ALTER SEQUENCE public._schema_sync_aside RENAME TO "T 2_other_seq";

-- 4. change the default of column other of table T 2 (alter table:T 2)
ALTER TABLE public."T 2" ALTER COLUMN other SET DEFAULT nextval('public."T 2_other_seq"'::regclass);

-- 5. change the sequences that go with column other of table T 2 (alter table:T 2)
ALTER SEQUENCE public."T 2_other_seq" OWNED BY public."T 2".other;

-- 6. change the sequences that go with column third of table T 2 (alter table:T 2)
ALTER SEQUENCE public."for third" OWNED BY public."T 2".third;

-- 7. add column n of table T 2 (alter table:T 2)
--    ! blocks-reads, rewrites-table: writes table T 2 again, to fill in the column n; nobody reads or writes it meanwhile
ALTER TABLE public."T 2" ADD COLUMN n integer DEFAULT nextval('public."T 2_n_seq"'::regclass) NOT NULL;
ALTER SEQUENCE public."T 2_n_seq" OWNED BY public."T 2".n;

-- ==== down ====
-- batch, all or nothing

-- 1. drop sequence for third (drop sequence:for third)
--    ! data-loss, drops-sequence: drops sequence for third, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE public."for third";

-- 2. drop column n of table T 2 (alter table:T 2)
--    ! data-loss, drops-column: drops column T 2.n with all of its values [irreversible]
ALTER TABLE public."T 2" DROP COLUMN n;

-- 3. change the default of column other of table T 2 (alter table:T 2)
ALTER TABLE public."T 2" ALTER COLUMN other DROP DEFAULT;

-- 4. change the identity of column other of table T 2 (alter table:T 2)
ALTER SEQUENCE public."T 2_other_seq" OWNED BY NONE;
ALTER SEQUENCE public."T 2_other_seq" RENAME TO _schema_sync_aside;
ALTER TABLE public."T 2" ALTER COLUMN other ADD GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public."T 2"', 'other'), coalesce(last.value, pg_catalog.nextval('public._schema_sync_aside')), last.value IS NOT NULL) FROM (SELECT pg_catalog.pg_sequence_last_value('public._schema_sync_aside') AS value OFFSET 0) AS last;
DROP SEQUENCE public._schema_sync_aside;
