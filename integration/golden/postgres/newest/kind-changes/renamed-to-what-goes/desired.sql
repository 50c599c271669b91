-- @renamed from=t
CREATE TABLE v (id int);
CREATE VIEW w AS SELECT id FROM v;
CREATE VIEW x AS SELECT id FROM v;
