INSERT INTO a.t (name, up) VALUES ('one', NULL), ('two', 1);
INSERT INTO a.refers SELECT id, t FROM a.t;
