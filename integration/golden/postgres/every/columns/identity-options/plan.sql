-- alter table:t
--   change-identity columns.a.identity: {"always":true,"options":{"type":"integer","start":"10","increment":"2","minimum":"1","maximum":"1000","cache":"5","cycle":false}} → {"always":true,"options":{"type":"integer","start":"10","increment":"3","minimum":"2","maximum":"2147483647","cache":"1","cycle":true}}

-- ==== up ====
-- batch, all or nothing

-- 1. change the identity of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 10 SET INCREMENT BY 3 SET MINVALUE 2 SET MAXVALUE 2147483647 SET CACHE 1 SET CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET START WITH 10 SET INCREMENT BY 2 SET MINVALUE 1 SET MAXVALUE 1000 SET CACHE 5 SET NO CYCLE;
