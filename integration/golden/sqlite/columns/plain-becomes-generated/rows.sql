INSERT INTO users VALUES (1, 'Ada', 'written by hand');
