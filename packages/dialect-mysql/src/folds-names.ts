/** Of a server to which case says nothing in the names of tables. https://dev.mysql.com/doc/refman/9.7/en/identifier-case-sensitivity.html */
export const foldsNames = 'folds-names';
