-- create trigger:a
-- create trigger:b

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create trigger a (create trigger:a)
CREATE TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = LOWER(NEW.mail);
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create trigger b (create trigger:b)
CREATE TRIGGER `b` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `a`
BEGIN
  IF NEW.mail = '' THEN SET NEW.mail = NULL; END IF;
END;

-- ==== down ====
-- batch

-- 1. drop trigger b (drop trigger:b)
--    ! correctness, drops-used: drops trigger b: whatever uses it fails from then on
DROP TRIGGER `b`;
-- batch

-- 2. drop trigger a (drop trigger:a)
--    ! correctness, drops-used: drops trigger a: whatever uses it fails from then on
DROP TRIGGER `a`;
