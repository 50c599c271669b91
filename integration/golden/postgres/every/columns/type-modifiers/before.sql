CREATE TABLE t (a varchar(10), b numeric(8,2), c timestamp(3), d time(0) with time zone, e interval day to second(3), f bit(4), g bit varying(4), h char(3));
