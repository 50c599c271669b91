INSERT INTO app."T t" VALUES (1, 'a', 2);
