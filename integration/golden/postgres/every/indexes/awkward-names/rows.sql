INSERT INTO "my app"."we""ird Näme" VALUES (1, 'x');
