INSERT INTO t VALUES (1, '{ok}', '{}', NULL, '(happy)', 'sad'), (2, NULL, NULL, NULL, NULL, NULL);
