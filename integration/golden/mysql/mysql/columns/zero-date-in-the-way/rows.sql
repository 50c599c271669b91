SET sql_mode = '';
INSERT INTO orders VALUES (1, '0000-00-00', NULL), (2, '2026-01-01', '2026-01-00 10:00:00'), (3, '2026-01-01', '2026-01-01');
SET sql_mode = DEFAULT;
