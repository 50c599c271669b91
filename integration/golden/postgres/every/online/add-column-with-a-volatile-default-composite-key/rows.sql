INSERT INTO "li nes" VALUES (1, 'a'), (1, 'b'), (2, 'a'), (-3, '');
