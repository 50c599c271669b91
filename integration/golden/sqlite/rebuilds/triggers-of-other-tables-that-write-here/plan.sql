-- alter table:events
--   change-not-null columns.user_id.not-null: NULL → NOT NULL
--   change-default columns.user_id.default: none → 0
-- alter table:users
--   change-default columns.email.default: 'x' → 'y'
-- replace trigger:events_touch: it cannot stay while table:events is altered

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger events_touch (replace trigger:events_touch)
DROP TRIGGER "events_touch";

-- 2. rebuild table events (alter table:events)
--    ! data-loss, fills-nulls: sets events.user_id to 0 where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because the default of user_id changes
CREATE TABLE "_schema_sync_6a60d587_events" (
  "id" INTEGER PRIMARY KEY,
  "user_id" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "_schema_sync_6a60d587_events" ("id", "user_id")
SELECT "id", coalesce("user_id", 0)
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_6a60d587_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_6a60d587_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6a60d587_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of email changes
CREATE TABLE "_schema_sync_e42ecaf8_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT DEFAULT 'y'
);
INSERT INTO "_schema_sync_e42ecaf8_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e42ecaf8_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e42ecaf8_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e42ecaf8_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create trigger events_touch (replace trigger:events_touch)
CREATE TRIGGER "events_touch" AFTER INSERT ON "events" FOR EACH ROW
BEGIN
  UPDATE users SET email = email || '!' WHERE id = new.user_id;
END;

-- The way down does not bring back:
--   alter table:events: sets events.user_id to 0 where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger events_touch (replace trigger:events_touch)
DROP TRIGGER "events_touch";

-- 2. rebuild table events (alter table:events)
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because the default of user_id changes
--    ! correctness, ends-guarantee: rows of events can have no user_id from then on
CREATE TABLE "_schema_sync_05a2d0c9_events" (
  "id" INTEGER PRIMARY KEY,
  "user_id" INTEGER
);
INSERT INTO "_schema_sync_05a2d0c9_events" ("id", "user_id")
SELECT "id", "user_id"
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_05a2d0c9_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_05a2d0c9_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_05a2d0c9_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of email changes
CREATE TABLE "_schema_sync_2653146b_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT DEFAULT 'x'
);
INSERT INTO "_schema_sync_2653146b_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_2653146b_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_2653146b_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_2653146b_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create trigger events_touch (replace trigger:events_touch)
CREATE TRIGGER "events_touch" AFTER INSERT ON "events" FOR EACH ROW
BEGIN
  UPDATE users SET email = email || '!' WHERE id = new.user_id;
END;
