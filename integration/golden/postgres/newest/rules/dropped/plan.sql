-- drop postgres/rule:app.t.nothing

-- ==== up ====
-- batch, all or nothing

-- 1. drop rule nothing on app.t (drop postgres/rule:app.t.nothing)
--    ! correctness, drops-rule: drops rule nothing: what it makes of UPDATE on app.t is not made of it any more, and no statement need fail for want of it
DROP RULE nothing ON app.t;

-- ==== down ====
-- batch, all or nothing

-- 1. create rule nothing on app.t (create postgres/rule:app.t.nothing)
CREATE RULE nothing AS ON UPDATE TO app.t DO INSTEAD NOTHING;
ALTER TABLE app.t ENABLE ALWAYS RULE nothing;
