INSERT INTO parents VALUES (1, 'Ada');
INSERT INTO children VALUES (10, 1, 'Eve');
