INSERT INTO "old ""name""" VALUES (1, 'x');
