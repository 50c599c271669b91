-- create postgres/comment:far.postgres/server

-- ==== up ====
-- batch, all or nothing

-- 1. comment on server far (create postgres/comment:far.postgres/server)
COMMENT ON SERVER far IS 'where it is';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on server far (drop postgres/comment:far.postgres/server)
COMMENT ON SERVER far IS NULL;
