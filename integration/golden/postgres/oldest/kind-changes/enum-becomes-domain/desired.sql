CREATE SCHEMA app;
CREATE DOMAIN app."we""ird" AS varchar(3);
-- @renamed from=t
CREATE TABLE "order" (
  id int PRIMARY KEY,
  -- @renamed from=s
  "to" app."we""ird" DEFAULT 'b', ss app."we""ird"[] DEFAULT '{a}', came int,
  c int GENERATED ALWAYS AS (CASE "to" WHEN 'a' THEN 1 ELSE 2 END) STORED
);
CREATE UNIQUE INDEX ON "order" ("to", id);
