INSERT INTO a.t (name, mood, both_of, up) VALUES ('one', 'calm', (1, 'wild'), NULL), ('two', 'wild', NULL, 1);
INSERT INTO a.parted VALUES (1, 'x');
REFRESH MATERIALIZED VIEW a.kept;
INSERT INTO beside (t, moods) VALUES (1, '{"calm","wild"}'), (2, NULL);
