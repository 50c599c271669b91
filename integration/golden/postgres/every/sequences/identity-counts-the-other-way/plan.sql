-- alter table:t
--   change-identity columns.id.identity: always → always, increment -1

-- ==== up ====
-- batch, all or nothing

-- 1. change the identity of column id of table t (alter table:t)
--    ! data-loss, restarts-sequence: column t.id begins anew at -1, since no number that it could have given is within its new bounds: how far it has counted is lost [irreversible]
ALTER TABLE public.t ALTER COLUMN id SET GENERATED ALWAYS SET START WITH -1 SET INCREMENT BY -1 SET MINVALUE -2147483648 SET MAXVALUE -1 SET CACHE 1 SET NO CYCLE RESTART WITH -1;

-- The way down does not bring back:
--   alter table:t: column t.id begins anew at -1, since no number that it could have given is within its new bounds: how far it has counted is lost

-- ==== down ====
-- batch, all or nothing

-- 1. change the identity of column id of table t (alter table:t)
--    ! data-loss, restarts-sequence: column t.id begins anew at 1, since no number that it could have given is within its new bounds: how far it has counted is lost [irreversible]
ALTER TABLE public.t ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 SET CACHE 1 SET NO CYCLE RESTART WITH 1;
