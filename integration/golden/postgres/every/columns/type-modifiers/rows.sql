INSERT INTO t VALUES ('x', 1.25, '2024-01-01', '10:00+00', '1 day', B'1010', B'1', 'abc');
