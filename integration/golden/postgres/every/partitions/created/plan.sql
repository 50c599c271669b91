-- create index:m_kind_index
-- create index:own_of_2024
-- create postgres/constraint:line.line_m_id_m_at_fkey
-- create postgres/constraint:m.m_kind
-- create postgres/constraint:m.m_pkey
-- create schema:Old "Data"
-- create sequence:m_id_seq
-- create table:Old "Data".order
-- create table:Old "Data".order 0
-- create table:by_expression
-- create table:by_expression_0
-- create table:line
-- create table:m
-- create table:m_2024
-- create table:m_rest
-- create table:m_rest_a

-- ==== up ====
-- batch, all or nothing

-- 1. create schema Old "Data" (create schema:Old "Data")
CREATE SCHEMA "Old ""Data""";

-- 2. create sequence m_id_seq (create sequence:m_id_seq)
CREATE SEQUENCE public.m_id_seq AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 3. create table by_expression (create table:by_expression)
CREATE TABLE public.by_expression (
  a text,
  b integer
) PARTITION BY RANGE (lower(a), ((b % 7)));

-- 4. create table by_expression_0 (create table:by_expression_0)
CREATE TABLE public.by_expression_0 PARTITION OF public.by_expression FOR VALUES FROM ('a', MINVALUE) TO ('k', MAXVALUE);

-- 5. create table line (create table:line)
CREATE TABLE public.line (
  m_id bigint,
  m_at date
);

-- 6. create table m (create table:m)
CREATE TABLE public.m (
  id bigint DEFAULT nextval('public.m_id_seq'::regclass) NOT NULL,
  at date NOT NULL,
  kind text DEFAULT 'x'::text
) PARTITION BY RANGE (at);
ALTER SEQUENCE public.m_id_seq OWNED BY public.m.id;

-- 7. create index m_kind_index (create index:m_kind_index)
CREATE INDEX m_kind_index ON public.m USING btree (kind);

-- 8. add check m_kind to table m (create postgres/constraint:m.m_kind)
ALTER TABLE public.m ADD CONSTRAINT m_kind CHECK ((kind <> ''::text));

-- 9. add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, at);

-- 10. create table m_2024 (create table:m_2024)
CREATE TABLE public.m_2024 PARTITION OF public.m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE public.m_2024 ALTER COLUMN kind SET DEFAULT 'y'::text;

-- 11. create index own_of_2024 (create index:own_of_2024)
CREATE UNIQUE INDEX own_of_2024 ON public.m_2024 USING btree (kind);

-- 12. create table m_rest (create table:m_rest)
CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT PARTITION BY LIST (id);

-- 13. create table Old "Data".order (create table:Old "Data".order)
CREATE TABLE "Old ""Data"""."order" PARTITION OF public.m_rest DEFAULT PARTITION BY HASH (id, at);

-- 14. create table Old "Data".order 0 (create table:Old "Data".order 0)
CREATE TABLE "Old ""Data"""."order 0" PARTITION OF "Old ""Data"""."order" FOR VALUES WITH (modulus 2, remainder 0);

-- 15. create table m_rest_a (create table:m_rest_a)
CREATE TABLE public.m_rest_a PARTITION OF public.m_rest FOR VALUES IN ('1', '2');

-- 16. add foreign key line_m_id_m_at_fkey to table line (create postgres/constraint:line.line_m_id_m_at_fkey)
ALTER TABLE public.line ADD CONSTRAINT line_m_id_m_at_fkey FOREIGN KEY (m_id, m_at) REFERENCES public.m(id, at);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table by_expression_0 (drop table:by_expression_0)
--    ! data-loss, drops-table: drops table by_expression_0 with all of its rows [irreversible]
DROP TABLE public.by_expression_0;

-- 2. drop table by_expression (drop table:by_expression)
--    ! data-loss, drops-table: drops table by_expression with all of its rows [irreversible]
DROP TABLE public.by_expression;

-- 3. drop table line (drop table:line)
--    ! data-loss, drops-table: drops table line with all of its rows [irreversible]
DROP TABLE public.line;

-- 4. drop table Old "Data".order 0 (drop table:Old "Data".order 0)
--    ! data-loss, drops-table: drops table Old "Data".order 0 with all of its rows [irreversible]
DROP TABLE "Old ""Data"""."order 0";

-- 5. drop table Old "Data".order (drop table:Old "Data".order)
--    ! data-loss, drops-table: drops table Old "Data".order with all of its rows [irreversible]
DROP TABLE "Old ""Data"""."order";

-- 6. drop schema Old "Data" (drop schema:Old "Data")
DROP SCHEMA "Old ""Data""";

-- 7. drop table m_2024 (drop table:m_2024)
--    ! data-loss, drops-table: drops table m_2024 with all of its rows [irreversible]
DROP TABLE public.m_2024;

-- 8. drop table m_rest_a (drop table:m_rest_a)
--    ! data-loss, drops-table: drops table m_rest_a with all of its rows [irreversible]
DROP TABLE public.m_rest_a;

-- 9. drop table m_rest (drop table:m_rest)
--    ! data-loss, drops-table: drops table m_rest with all of its rows [irreversible]
DROP TABLE public.m_rest;

-- 10. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;
