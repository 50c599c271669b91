INSERT INTO m VALUES ('2024-01-01', 1, 1.5, 'a'), ('2024-01-09', 2, 2.5, NULL), ('2024-03-01', 1, 3.5, 'c');
SELECT compress_chunk(c) FROM show_chunks('m') c;
