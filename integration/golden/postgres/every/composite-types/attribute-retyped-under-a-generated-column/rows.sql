INSERT INTO old_name (id, p) VALUES (1, ROW(1, 'x')), (2, NULL);
