CREATE TABLE t (a varchar(20), b numeric(10,2), c timestamp, d time(6) with time zone, e interval, f bit(4), g bit varying(8), h char(3));
