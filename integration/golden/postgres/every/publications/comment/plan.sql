-- alter postgres/comment:p.postgres/publication
--   change-comment text: old → it's new

-- ==== up ====
-- batch, all or nothing

-- 1. comment on publication p (alter postgres/comment:p.postgres/publication)
COMMENT ON PUBLICATION p IS 'it''s new';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on publication p (alter postgres/comment:p.postgres/publication)
COMMENT ON PUBLICATION p IS 'old';
