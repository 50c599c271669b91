INSERT INTO users (id, name, mail) VALUES (1, 'Ada', 'a');
