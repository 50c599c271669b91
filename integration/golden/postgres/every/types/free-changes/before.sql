CREATE TABLE t (a varchar(5) DEFAULT 'x', b varchar(5), c numeric(8,2), d timestamp(3), e cidr, f varchar(3)[], g text, h bit varying(3), i time(2), j interval(2), k xml);
CREATE INDEX ON t (b);
