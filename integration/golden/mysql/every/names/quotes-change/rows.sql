INSERT INTO `a``b` (`c'd`, `g\h`, `i.j`, `k l`) VALUES (1, 'a''b', '\\', 2), (2, 'x,y', 'a''b,\\', 0);
