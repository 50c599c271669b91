-- rename table:users from table:people
-- replace trigger:broken: it names what is not there

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger broken (replace trigger:broken)
DROP TRIGGER "broken";

-- 2. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 3. create trigger broken (replace trigger:broken)
CREATE TRIGGER "broken" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  INSERT INTO missing VALUES (new.line);
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger broken (replace trigger:broken)
DROP TRIGGER "broken";

-- 2. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 3. create trigger broken (replace trigger:broken)
CREATE TRIGGER "broken" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  INSERT INTO missing VALUES (new.line);
END;
