CREATE TABLE p (r int4range, "when" daterange, CONSTRAINT p_pk PRIMARY KEY (r, "when" WITHOUT OVERLAPS));
CREATE TABLE c (r int4range, "valid at" daterange, CONSTRAINT c_f FOREIGN KEY (r, PERIOD "valid at") REFERENCES p (r, PERIOD "when"));
