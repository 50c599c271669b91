INSERT INTO "Old ""Shop"."select" ("we.ird") VALUES ('x');
INSERT INTO beside VALUES (1);
