INSERT INTO t VALUES (1, 'a'), (2, NULL);
INSERT INTO "Other Ö" VALUES (1, 'a'), (2, NULL);
