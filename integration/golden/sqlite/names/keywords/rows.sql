INSERT INTO "select" VALUES (1, 'a', 'b');
