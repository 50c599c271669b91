CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  a LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin CHECK (json_valid(a)),
  b JSON DEFAULT concat('[', ']') COMMENT 'what else there is',
  c JSON COLLATE utf8mb4_general_ci COMMENT 'in letters of any case',
  d JSON DEFAULT '[1]',
  e JSON AS (json_array(id)) COMMENT 'computed',
  f JSON NOT NULL
);
