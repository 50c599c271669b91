CREATE TABLE t (a varchar(9) DEFAULT 'x', b text, c numeric(10,2), d timestamp, e inet, f varchar[], g varchar, h bit varying(5), i time(6), j interval(4), k text);
CREATE INDEX ON t (b);
