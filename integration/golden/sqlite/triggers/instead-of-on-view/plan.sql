-- create trigger:contacts_write

-- ==== up ====
-- batch, all or nothing

-- 1. create trigger contacts_write (create trigger:contacts_write)
CREATE TRIGGER "contacts_write" INSTEAD OF UPDATE ON "contacts" FOR EACH ROW
BEGIN
  UPDATE users SET email = new.email WHERE id = old.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger contacts_write (drop trigger:contacts_write)
--    ! correctness, drops-trigger: drops trigger contacts_write: what it does INSTEAD OF UPDATE on contacts is not done any more, and no statement fails for want of it
DROP TRIGGER "contacts_write";
