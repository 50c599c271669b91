INSERT INTO users (id, name, mail, tags) VALUES (1, 'Ada', 'a', {'x'});
