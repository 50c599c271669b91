INSERT INTO users VALUES (1, 'Ada'), (2, 'a name of more than ten letters');
