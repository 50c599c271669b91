INSERT INTO t VALUES
  (1, ROW('a "street", (x)', '12345', 7, 8, 1), ARRAY[ROW('b\c', '54321', NULL, NULL, 2)::"an Addr", NULL, ROW('', NULL, NULL, 2, NULL)::"an Addr"]),
  (2, NULL, NULL), (3, ROW(NULL, NULL, NULL, NULL, NULL), '{}');
