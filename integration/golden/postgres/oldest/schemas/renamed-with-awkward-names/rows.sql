INSERT INTO "we""ird Schéma"."select" ("we""ird Schéma") VALUES ('r');
INSERT INTO t (s) VALUES (1);
