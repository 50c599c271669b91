INSERT INTO "We""ird; -- table" VALUES (1, 'x');
