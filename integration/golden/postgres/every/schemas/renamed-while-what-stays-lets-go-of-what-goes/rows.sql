INSERT INTO s.t VALUES (1, 'a', 2);
INSERT INTO b.t VALUES (3);
INSERT INTO s.called_as_another_goes VALUES (4);
