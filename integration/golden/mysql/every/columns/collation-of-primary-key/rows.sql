INSERT INTO codes VALUES ('b', 'two'), ('A', 'one');
