-- rename table:b.there from table:a.both
-- rename table:b.u from table:a.t

-- ==== up ====
-- batch, all or nothing

-- 1. move table a.both to b.there (rename table:b.there)
--    ! correctness, breaks-clients: moves table a.both to b.there: statements that still say a.both fail from then on
ALTER TABLE a."both" RENAME TO _schema_sync_aside;
ALTER TABLE a._schema_sync_aside SET SCHEMA b;
ALTER TABLE b._schema_sync_aside RENAME TO there;

-- 2. move table a.t to b.u (rename table:b.u)
--    ! correctness, breaks-clients: moves table a.t to b.u: statements that still say a.t fail from then on
ALTER TABLE a.t RENAME TO u;
ALTER TABLE a.u SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.there to a.both (rename table:a.both)
--    ! correctness, breaks-clients: moves table b.there to a.both: statements that still say b.there fail from then on
ALTER TABLE b.there RENAME TO _schema_sync_aside;
ALTER TABLE b._schema_sync_aside SET SCHEMA a;
ALTER TABLE a._schema_sync_aside RENAME TO "both";

-- 2. move table b.u to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.u to a.t: statements that still say b.u fail from then on
ALTER TABLE b.u SET SCHEMA a;
ALTER TABLE a.u RENAME TO t;
