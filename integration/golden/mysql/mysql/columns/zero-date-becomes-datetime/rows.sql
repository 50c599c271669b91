SET sql_mode = '';
INSERT INTO orders VALUES (1, '0000-00-00'), (2, '2026-01-01');
SET sql_mode = DEFAULT;
