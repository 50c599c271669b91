INSERT INTO users (id, name) VALUES (1, 'Ada'); INSERT INTO users (id, name) VALUES (2, null);
