INSERT INTO above SELECT n FROM generate_series(1, 5) n;
INSERT INTO old_things SELECT n, n, n, n FROM generate_series(1, 5) n;
