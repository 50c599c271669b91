CREATE TABLE "T" (id int, "A" int);
GRANT SELECT ("A") ON "T" TO pg_monitor;
CREATE VIEW w AS SELECT id, "A" AS a FROM "T";
GRANT SELECT ON w TO pg_monitor;
