INSERT INTO orders SELECT n, n, 'x' FROM generate_series(1, 3000) n;
ANALYZE orders;
