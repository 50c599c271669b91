CREATE TABLE nodes (id INTEGER PRIMARY KEY, parent INTEGER);
CREATE VIEW depths AS
WITH RECURSIVE walk (id, depth) AS (
  SELECT id, 0 FROM nodes WHERE parent IS NULL
  UNION ALL
  SELECT nodes.id, walk.depth + 1 FROM nodes JOIN walk ON nodes.parent = walk.id
)
SELECT id, depth FROM walk;
