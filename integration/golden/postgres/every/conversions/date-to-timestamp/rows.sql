INSERT INTO t VALUES (1, '2024-02-29'), (2, 'infinity'), (3, NULL);
