INSERT INTO t VALUES
  (1, ROW('a "street", (x)', '12345', 7, '2026-01-02 03:04:05.678'), ARRAY[ROW('b\c', '54321', NULL, NULL)::"an Addr", NULL, ROW('', NULL, 2, '1999-12-31')::"an Addr"]),
  (2, NULL, NULL), (3, ROW(NULL, NULL, NULL, NULL), '{}');
