CREATE TABLE every (
  id uuid PRIMARY KEY, a ascii, b bigint, c blob, d boolean, e date, f decimal, g double, h duration, i float, j inet, k int, l smallint, m text,
  n time, o timestamp, p timeuuid, q tinyint, r uuid, s varchar, t varint, u list<int>, v set<text>, w map<text, timestamp>, x frozen<list<frozen<set<int>>>>,
  y tuple<int, text>, z frozen<map<int, frozen<tuple<text, boolean>>>>
);
