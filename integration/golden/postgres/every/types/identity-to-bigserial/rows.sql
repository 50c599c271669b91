INSERT INTO app."T t" (a) VALUES (7), (8);
