CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  a LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT ('{}') CHECK (json_valid(a)),
  b JSON,
  c JSON COLLATE utf8mb4_general_ci,
  d JSON DEFAULT '[1]',
  e JSON AS (json_array(id)),
  f JSON NOT NULL DEFAULT '{}'
);
